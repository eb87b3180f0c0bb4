// The neighbourhoods as a view of the stage: the picture, told what is selected on the page.
import { selectAddress, selectService } from '../../store/actions.ts';
import { usePage } from '../../store/state.ts';
import type { PictureProps, StageView } from '../view.ts';
import { Neighbourhoods } from './Neighbourhoods.tsx';

function Picture({ run, tick }: PictureProps) {
  const selection = usePage((page) => page.selection);
  const selectedService = selection?.kind === 'service' ? selection.service : undefined;
  const selectedAddress = selection?.kind === 'address' ? selection.address : undefined;
  return (
    <Neighbourhoods
      run={run}
      tick={tick}
      selectedService={selectedService}
      selectedAddress={selectedAddress}
      onSelectService={selectService}
      onSelectAddress={selectAddress}
    />
  );
}

export const neighbourhoods: StageView = {
  id: 'neighbourhoods',
  title: 'Neighbourhoods',
  Picture,
};
