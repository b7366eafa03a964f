export type HouseShape = 'gable' | 'hip' | 'mansard' | 'stepped';

/** How somebody's house is built. Pixels at full size; heights from the ground up. */
export interface HouseForm {
  width: number;
  wallHeight: number;
  roofHeight: number;
  shape: HouseShape;
  /** Which of six wall and three roof colours. */
  wall: number;
  roof: number;
  /** Where the chimney stands, as a share of the width; null without one. */
  chimney: number | null;
  floors: 1 | 2;
}

/** As wide as a house may be with the eaves that stand out, and as high with its chimney. */
export const widestHouse = 82;
export const highestHouse = 112;

/** A number from an id, the same on every day and every machine (FNV-1a, 32 bits). */
export function seedOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const shapes: readonly HouseShape[] = [
  'gable',
  'gable',
  'gable',
  'hip',
  'hip',
  'mansard',
  'stepped',
];

/** The house of whoever has that id: everybody keeps theirs for good, in every picture. */
export function formOf(id: string): HouseForm {
  const chance = chances(seedOf(id));
  const shape = shapes[Math.floor(chance() * shapes.length)] ?? 'gable';
  const slim = shape === 'stepped' || shape === 'mansard';
  const wallHeight = Math.round(slim ? 58 + chance() * 16 : 46 + chance() * 30);
  return {
    wallHeight,
    width: Math.round(slim ? 44 + chance() * 10 : 50 + chance() * 20),
    roofHeight: Math.round(shape === 'mansard' ? 20 : 21 + chance() * 8),
    shape,
    wall: Math.floor(chance() * 6),
    roof: Math.floor(chance() * 3),
    chimney: shape !== 'stepped' && chance() < 0.5 ? 0.62 + chance() * 0.16 : null,
    floors: wallHeight > 62 ? 2 : 1,
  };
}
