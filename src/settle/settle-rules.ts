import type { SettleRules } from '../model/settle.js';
import { settleOrder } from './counters.js';
import { settleIssues } from './issues.js';
import { linksOf } from './join-links.js';
import { joinStories } from './join-stories.js';
import { findReprints } from './reprints.js';
import { sketchOf } from './reprints-sketch.js';

/** The rules by which a store settles what only the whole archive can tell. */
export const settleRules: SettleRules = { linksOf, joinStories, settleIssues, settleOrder, sketchOf, findReprints };
