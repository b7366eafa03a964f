#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { porchlight } from './program.ts';

enableCompileCache();
// Whoever reads us may have had enough (`| head`); that is no failure.
process.stdout.on('error', () => process.exit(0));
// What the house writes is for its owner's eyes alone.
process.umask(0o077);
process.exitCode = await porchlight(process.argv.slice(2));
