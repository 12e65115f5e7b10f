/** The paper of a paper's registration: certificate, licence, in the languages of the papers. No verb («свидетельствует»). */
const CERTIFICATE = /куәлі[кг]|свидетельств[оа](?!\p{L})|свідоцтв[оа](?!\p{L})|лицензи[яюи]|күбөлү[кг]|guvohnoma/iu;
/** Its number, or the year of its day. */
const NUMBERED = /№|\d{4}/;

/** Whether a line tells of the registration of a paper: `Свидетельство № 10735-Г от 28.12.2009`; its day is none of a story. */
export function isRegistrationNotice(text: string): boolean {
  return NUMBERED.test(text) && CERTIFICATE.test(text);
}
