import { expect, test } from 'vitest';
import { all } from '../../../main/core/database/connection.ts';
import { openHouse } from '../../support/open-house.ts';
import { png } from '../../support/pictures.ts';

const inBase64 = (bytes: Buffer) => bytes.toString('base64');
const [red, blue] = [png(200), png(20)];

test('a photo is given, changed and taken away, each of which can be undone', async () => {
  const { client, house } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa' });
  const shown = async () => {
    const { photo } = await client.people.get({ id });
    const [row] = (await client.people.list({})).rows;
    expect(row?.photo).toBe(photo);
    if (photo === null) return null;
    const [picture] = await client.people.pictures({ ids: [photo] });
    expect(picture?.type).toBe('image/png');
    return picture?.content;
  };
  expect(await shown()).toBeNull();
  await client.people.setPhoto({ id, content: inBase64(red) });
  expect(await shown()).toBe(inBase64(red));
  await client.people.setPhoto({ id, content: inBase64(blue) });
  expect(await shown()).toBe(inBase64(blue));
  await client.people.removePhoto({ id });
  expect(await shown()).toBeNull();
  expect((await client.journal.history({})).map(({ label }) => label).slice(0, 3)).toEqual([
    'Removed the photo of Rosa',
    'Changed the photo of Rosa',
    'Added a photo of Rosa',
  ]);
  await client.journal.undo({});
  expect(await shown()).toBe(inBase64(blue));
  await client.journal.undo({});
  expect(await shown()).toBe(inBase64(red));
  await client.journal.undo({});
  expect(await shown()).toBeNull();
  // The journal holds no copies: what it points at lies there once.
  expect(all(house.connection, 'SELECT id FROM picture')).toHaveLength(2);
  expect((await client.people.history({ id })).steps[0]?.changes).toMatchObject([
    { what: 'Photo', before: 'a picture', after: null },
  ]);
});

test('what is no picture, too large, or for nobody is refused, and nothing is changed', async () => {
  const { client, house } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa' });
  const cases: [object, string][] = [
    [
      { id, content: inBase64(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')) },
      'no picture',
    ],
    [{ id, content: inBase64(Buffer.from('%PDF-1.7')) }, 'no picture'],
    [{ id, content: '' }, 'no picture'],
    [{ id, content: inBase64(Buffer.concat([red, Buffer.alloc(1_000_000)])) }, 'larger than'],
    [{ id, content: 'not base64!' }, 'could not be taken'],
    [{ id: '018f0000-0000-7000-8000-000000000009', content: inBase64(red) }, 'not here'],
  ];
  for (const [input, sentence] of cases) {
    await expect(client.people.setPhoto(input as never)).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining(sentence),
    });
  }
  await expect(client.people.removePhoto({ id })).rejects.toThrow('no photo');
  expect(all(house.connection, 'SELECT id FROM picture')).toEqual([]);
});

test.each([
  ['JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg'],
  ['GIF', Buffer.from('GIF89a......', 'latin1'), 'image/gif'],
  ['WebP', Buffer.from('RIFF\x04\x00\x00\x00WEBPVP8 ', 'latin1'), 'image/webp'],
])('a picture is known as %s by its first bytes', async (_, bytes, type) => {
  const { client } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa' });
  await client.people.setPhoto({ id, content: inBase64(bytes) });
  const { photo } = await client.people.get({ id });
  expect(await client.people.pictures({ ids: [photo ?? ''] })).toMatchObject([{ type }]);
});

test('a merge keeps a photo: the one there is, or the one that is chosen; and can be undone', async () => {
  const { client } = await openHouse();
  const somebody = async (givenName: string, photo?: Buffer) => {
    const { id } = await client.people.add({ givenName });
    if (photo) await client.people.setPhoto({ id, content: inBase64(photo) });
    return id;
  };
  const photo = async (id: string) => (await client.people.get({ id })).photo;

  const [bare, shown] = [await somebody('Rosa'), await somebody('Rosie', red)];
  const ofShown = await photo(shown);
  await client.people.merge({ keep: bare, other: shown });
  expect(await photo(bare)).toBe(ofShown);
  await client.journal.undo({});
  expect([await photo(bare), await photo(shown)]).toEqual([null, ofShown]);

  const another = await somebody('Rose', blue);
  const ofAnother = await photo(another);
  await client.people.merge({ keep: shown, other: another });
  expect([await photo(shown), await photo(another)]).toEqual([ofShown, ofAnother]);
  await client.journal.undo({});
  await client.people.merge({ keep: shown, other: another, fields: { photo: 'other' } });
  expect([await photo(shown), await photo(another)]).toEqual([ofAnother, ofShown]);
  await client.journal.undo({});
  expect([await photo(shown), await photo(another)]).toEqual([ofShown, ofAnother]);
});
