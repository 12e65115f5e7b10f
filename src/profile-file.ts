import { selectorProblem } from './extract/html/check-selector.js';
import { type ProfileReading, readProfile } from './sites/read-profile.js';

/** Reads a profile that a person wrote as JSON, or says everything that is wrong with it and where. Runs and opens nothing. */
export function readProfileJson(json: string): ProfileReading {
  return readProfile(json, selectorProblem);
}
