// Mounts the page: the only file that knows where in the document it goes.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import './app/theme.css';
import { openPage } from './store/opening.ts';
import { stageViews } from './views/index.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
openPage(stageViews.map((view) => view.id));
