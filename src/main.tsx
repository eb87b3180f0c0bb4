// Mounts the page; the only file that knows `document`.
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <main>
      <h1>Overblock</h1>
    </main>,
  );
}
