// redact-pii, as it comes.
import { createRequire } from 'node:module';
import { align } from './align.mjs';

const { SyncRedactor } = createRequire(import.meta.url)('redact-pii');
const MARKS = ['PERSON_NAME', 'EMAIL_ADDRESS', 'PHONE_NUMBER', 'STREET_ADDRESS', 'ZIPCODE', 'CREDIT_CARD_NUMBER',
  'US_SOCIAL_SECURITY_NUMBER', 'IP_ADDRESS', 'USERNAME', 'PASSWORD', 'CREDENTIALS', 'DIGITS', 'URL'];

export default () => {
  const redactor = new SyncRedactor();
  return text => text.split(/(?<=\n)/).reduce(([spans, begin], line) => {
    const found = align(line, redactor.redact(line), MARKS);
    return [[...spans, ...found.map(s => ({ ...s, start: s.start + begin, end: s.end + begin }))], begin + line.length];
  }, [[], 0])[0];
};
