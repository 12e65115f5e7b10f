import type { SiteProfile } from '../model/site-profile.js';
import { dle } from './dle.js';
import { ernur, infonews } from './kazakh-papers.js';
import { syrMedia } from './syr-media.js';

/** Every known profile; those of single sites stand before those of whole families. */
export const profiles: readonly SiteProfile[] = [syrMedia, ernur, infonews, dle];
