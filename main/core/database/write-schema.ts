import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openConnection } from './connection.ts';
import { describeSchema, migrate } from './migrate.ts';

/** `npm run schema`: writes the schema's snapshot anew, after a migration was added. */
const connection = openConnection(':memory:');
migrate(connection);
writeFileSync(join(import.meta.dirname, 'schema.sql'), describeSchema(connection));
