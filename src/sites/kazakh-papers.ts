import type { SiteProfile } from '../model/site-profile.js';
import { dleLayouts } from './dle.js';

/** «Ernur»: prints comments before views, `0 / 1 261`. */
export const ernur: SiteProfile = {
  name: 'ernur',
  counterOrder: 'comments-views',
  timeZone: 'Asia/Almaty',
  sites: [{ host: 'ernur.kz', name: 'ERNUR.KZ', language: 'kk' }],
  layouts: dleLayouts,
};

/** «Infonews»: prints comments before views. */
export const infonews: SiteProfile = {
  name: 'infonews',
  counterOrder: 'comments-views',
  timeZone: 'Asia/Almaty',
  sites: [{ host: 'infonews.kz', name: 'Infonews.kz' }],
  layouts: dleLayouts,
};
