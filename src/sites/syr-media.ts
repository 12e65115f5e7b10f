import type { SiteProfile } from '../model/site-profile.js';
import { dleGenericAuthors, dleLayouts } from './dle.js';

/** The papers of «Сыр Медиа», Kyzylorda region: one theme of the DataLife Engine, footer of date, views and comments. */
export const syrMedia: SiteProfile = {
  name: 'syr-media',
  publisher: '«Сыр Медиа» ЖШС',
  counterOrder: 'views-comments',
  // The zone carries the change of December 2018 from +06:00 to +05:00.
  timeZone: 'Asia/Qyzylorda',
  genericAuthors: dleGenericAuthors,
  sites: [
    { host: 'zhanaqorgan-tynysy.kz', name: 'Жаңақорған тынысы', language: 'kk' },
    { host: 'tirshilik-tynysy.kz', name: 'Тіршілік тынысы', language: 'kk' },
    { host: 'osken-onir.kz', name: 'Өскен өңір', language: 'kk' },
    { host: 'tolqyn.kz', name: 'Толқын', language: 'kk' },
    { host: 'qazaly.kz', name: 'Қазалы', language: 'kk' },
    { host: 'qarmaqshy-tany.kz', name: 'Қармақшы таңы', language: 'kk' },
    { host: 'syrboyi.kz', otherHosts: ['old.syrboyi.kz'], name: 'Сыр бойы', language: 'kk' },
    { host: 'kzvesti.kz', otherHosts: ['old.kzvesti.kz'], name: 'Кызылординские вести', language: 'ru' },
    {
      host: 'aqmeshit-aptalygy.kz',
      otherHosts: ['old.aqmeshit-aptalygy.kz'],
      name: 'Ақмешіт апталығы',
      language: 'kk',
    },
    { host: 'aqmeshit-zhastary.kz', otherHosts: ['old.aqmeshit-zhastary.kz'], name: 'Ақмешіт жастары', language: 'kk' },
    { host: 'syr-media.kz', otherHosts: ['new.syr-media.kz'], name: 'Сыр Медиа', language: 'kk' },
    { host: 'kyzylorda-news.kz', otherHosts: ['oldkaz.kyzylorda-news.kz'], name: 'Kyzylorda-news.kz', language: 'kk' },
  ],
  layouts: dleLayouts,
};
