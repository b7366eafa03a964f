/** A service that only answers to a key of the person's own. */
export type KeyService = 'bluesky' | 'youtube' | 'yelp' | 'tripadvisor' | 'mastodon';

/** What a person is told of a key, and what they are asked for. */
export interface KeyWording {
  service: KeyService;
  /** What the key opens, as a heading. */
  name: string;
  /** Where to get it, in three lines. */
  lines: readonly [string, string, string];
  /** The page on which it is made. */
  page: string;
  fields: readonly {
    name: string;
    label: string;
    example: string;
    /** Whether it is the secret itself; what is not may be shown again. */
    secret: boolean;
  }[];
}

/** Every service with a key, in the order in which they are shown. */
export const keyServices: readonly KeyWording[] = [
  {
    service: 'bluesky',
    name: 'Search and answers on Bluesky',
    lines: [
      'Sign in at bsky.app, open Settings, then Privacy and security, then App passwords.',
      'Add one, call it Porchlight, and leave the access to direct messages off.',
      'Copy the password it shows (four groups of four letters) and put it here with your handle.',
    ],
    page: 'https://bsky.app/settings/app-passwords',
    fields: [
      { name: 'handle', label: 'Your handle', example: 'rosa.bsky.social', secret: false },
      { name: 'password', label: 'The app password', example: 'abcd-efgh-ijkl-mnop', secret: true },
    ],
  },
  {
    service: 'youtube',
    name: 'Comments on YouTube',
    lines: [
      'Sign in to the Google Cloud console and make a project; it costs nothing.',
      'Under APIs and services, enable the YouTube Data API v3.',
      'Under Credentials, create an API key and put it here. It reads only what is public.',
    ],
    page: 'https://console.cloud.google.com/apis/credentials',
    fields: [{ name: 'key', label: 'The API key', example: '', secret: true }],
  },
  {
    service: 'yelp',
    name: 'Reviews on Yelp',
    lines: [
      'Sign in to Yelp’s pages for developers and choose Create App.',
      'Any name and your own mail address will do.',
      'Copy the API key it shows and put it here. Yelp hands out the beginnings of three reviews.',
    ],
    page: 'https://www.yelp.com/developers/v3/manage_app',
    fields: [{ name: 'key', label: 'The API key', example: '', secret: true }],
  },
  {
    service: 'tripadvisor',
    name: 'Reviews on Tripadvisor',
    lines: [
      'Sign in to Tripadvisor’s pages for developers and ask for a Content API key.',
      'It wants a card, but the first 5,000 requests a month are free; set the limit to that.',
      'Allow your own internet address there, then put the key here. It brings the newest five.',
    ],
    page: 'https://www.tripadvisor.com/developers',
    fields: [{ name: 'key', label: 'The API key', example: '', secret: true }],
  },
  {
    service: 'mastodon',
    name: 'Search and answers on Mastodon',
    lines: [
      'On your own server open Preferences, then Development, then New application.',
      'Call it Porchlight; tick read:search and, to post your answers, read:accounts and write:statuses.',
      'Open it again, copy “Your access token” and put it here with the name of your server.',
    ],
    page: 'https://docs.joinmastodon.org/client/token/',
    fields: [
      { name: 'server', label: 'Your server', example: 'mastodon.social', secret: false },
      { name: 'token', label: 'The access token', example: '', secret: true },
    ],
  },
];

/** What is said of a service's key. */
export function keyWording(service: KeyService): KeyWording {
  const found = keyServices.find((one) => one.service === service);
  if (!found) throw new Error(`No service ${service}`);
  return found;
}

/** The service whose key a kind of source needs, or null. */
export function keyOfKind(kind: string): KeyService | null {
  return kindKeys[kind] ?? null;
}

const kindKeys: Record<string, KeyService> = {
  'bluesky-search': 'bluesky',
  'youtube-comments': 'youtube',
  yelp: 'yelp',
  tripadvisor: 'tripadvisor',
  'mastodon-search': 'mastodon',
};
