import type { OutletId, PageView } from '../types.ts';
import { bitkantePage } from './bitkante.ts';
import { euroledgerPage } from './euroledger.ts';
import { hafenkurierPage } from './hafenkurier.ts';
import { kurstafelPage } from './kurstafel.ts';
import { morgenzeilePage } from './morgenzeile.ts';
import { nrvPage } from './nrv.ts';
import { pressPage } from './press.ts';
import { rheinwartePage } from './rheinwarte.ts';
import { transworldPage } from './transworld.ts';

const TEMPLATES: Record<OutletId, (view: PageView) => string> = {
  nrv: nrvPage,
  rheinwarte: rheinwartePage,
  hafenkurier: hafenkurierPage,
  morgenzeile: morgenzeilePage,
  bitkante: bitkantePage,
  kurstafel: kurstafelPage,
  euroledger: euroledgerPage,
  transworld: transworldPage,
  vz: pressPage,
  hmb: pressPage,
};

/** The page of an article in its outlet's layout. */
export function pageHtml(view: PageView): string {
  return TEMPLATES[view.outlet.id](view);
}
