import { deflateRawSync } from 'node:zlib';

/** A file as the window hands it over. */
export function file(fileName: string, content: string | Buffer | object) {
  const bytes =
    typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content);
  return { fileName, content: Buffer.from(bytes).toString('base64') };
}

/** A review as Google Takeout writes it. */
export function takeoutReview(id: string, more: object = {}) {
  return {
    name: `accounts/1/locations/77/reviews/${id}`,
    reviewer: { displayName: 'Otto Kern', isAnonymous: false },
    starRating: 'FOUR',
    comment: `Good bread ${id}`,
    createTime: '2026-02-01T09:30:00.123Z',
    updateTime: '2026-02-01T09:30:00.123Z',
    ...more,
  };
}

/** A ZIP archive (APPNOTE.TXT 4.3) of these files, packed or stored. */
export function archive(files: Record<string, string>, method: 0 | 8 = 8): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const body = method === 8 ? deflateRawSync(text) : Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, name, body);
    list.push(entry, name);
    offset += local.length + name.length + body.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...list, end]);
}
