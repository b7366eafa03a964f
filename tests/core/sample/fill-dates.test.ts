import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { fillDates } from '../../../main/core/sample/fill-dates.ts';

const on = (day: string, zone = 'Europe/Rome') => ({ today: () => day, zone: () => zone });

describe('Filling the dates of a recorded feed', () => {
  it('writes a moment as each kind of feed wants it', () => {
    expect(fillDates('<pubDate>{{rfc822 -3d 09:12}}</pubDate>', on('2026-03-02'))).toBe(
      '<pubDate>Fri, 27 Feb 2026 09:12:00 +0100</pubDate>',
    );
    expect(fillDates('{{iso -3d 09:12}}', on('2026-03-02'))).toBe('2026-02-27T09:12:00+01:00');
    expect(fillDates('{{epoch -3d 09:12}}', on('2026-03-02'))).toBe('1772179920');
    expect(fillDates('{{day -3d}}', on('2026-03-02'))).toBe('2026-02-27');
  });

  it('fills several places at once and goes ahead as well as back', () => {
    expect(fillDates('{{day -1d}} {{day 0d}} {{day +1d}} {{day 2d}}', on('2028-02-29'))).toBe(
      '2028-02-28 2028-02-29 2028-03-01 2028-03-02',
    );
  });

  it('takes noon when no time is given', () => {
    expect(fillDates('{{iso -1d}}', on('2026-07-02', 'Asia/Kathmandu'))).toBe(
      '2026-07-01T12:00:00+05:45',
    );
  });

  it('takes a time that the change of clocks skips an hour later', () => {
    expect(fillDates('{{iso 0d 02:30}}', on('2026-03-29'))).toBe('2026-03-29T03:30:00+02:00');
  });

  it('leaves all other text alone', () => {
    const text =
      '{{soon}} {{iso}} {{iso -3d 25:00}} {{toString -3d}} { {iso -3d} } $& {{iso -3 d}}';
    expect(fillDates(text, on('2026-03-02'))).toBe(text);
  });

  it('gives the same moment in every writing', () => {
    const day = fc
      .integer({ min: 0, max: 40_000 })
      .map((days) => Temporal.PlainDate.from('1970-01-02').add({ days }).toString());
    const zone = fc.constantFrom('UTC', 'America/St_Johns', 'Pacific/Apia', 'Australia/Lord_Howe');
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        day,
        zone,
        minute,
        fc.integer({ min: -900, max: 400 }),
        (today, at, time, days) => {
          const clock = `${two(Math.floor(time / 60))}:${two(time % 60)}`;
          const place = (word: string) => fillDates(`{{${word} ${days}d ${clock}}}`, on(today, at));
          const epoch = Number(place('epoch')) * 1000;
          expect(Date.parse(place('iso'))).toBe(epoch);
          expect(Date.parse(place('rfc822'))).toBe(epoch);
          expect(Temporal.PlainDate.from(today).add({ days }).toString()).toBe(place('day'));
        },
      ),
    );
  });
});

describe("The sample town's recorded feeds", () => {
  const folder = join(import.meta.dirname, '../../../assets/sample-town/feeds');

  it('have no place left to fill, and nothing from times to come', () => {
    for (const name of readdirSync(folder)) {
      const filled = fillDates(readFileSync(join(folder, name), 'utf8'), on('2026-03-02', 'UTC'));
      expect(filled, name).not.toContain('{{');
      const days = filled.match(/\b20\d\d-\d\d-\d\d(?=[T"<])/g) ?? [];
      expect(
        days.filter((day) => day > '2026-03-02'),
        name,
      ).toEqual([]);
    }
  });
});

function two(number: number): string {
  return String(number).padStart(2, '0');
}
