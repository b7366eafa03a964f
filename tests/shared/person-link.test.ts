import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { personLink, personOfLink } from '../../shared/person-link.ts';

test('a link leads back to the person it was made for', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(personOfLink(personLink(id))).toBe(id);
      expect(personOfLink(`${personLink(id)}/`.toUpperCase())).toBe(id);
    }),
  );
});

const id = '0195a1de-7c1e-7b6f-8a39-3b6f2f0c1d2e';

test.each([
  '',
  'porchlight:',
  'porchlight://person/',
  'porchlight://person/rosa',
  `porchlight:person/${id}`,
  `porchlight://people/${id}`,
  `porchlight://person/${id}/talks`,
  `porchlight://person/${id}?entry=1`,
  `porchlight://person/${id}#x`,
  `porchlight://person/${id} --data=/tmp`,
  `porchlight://person/../${id}`,
  `porchlight://person@evil.example/${id}`,
  `porchlight://person:80/${id}`,
  `porchlight-window://person/${id}`,
  ` porchlight://person/${id}`,
  `porchlight://person/${id}\n`,
  `https://example.org/porchlight://person/${id}`,
  `porchlight://person/%30195a1de-7c1e-7b6f-8a39-3b6f2f0c1d2e`,
])('%s is no link to a person', (text) => {
  expect(personOfLink(text)).toBeUndefined();
});
