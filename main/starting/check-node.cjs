// Plain JavaScript, so that a Node too old for our sources can still say so.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Porchlight needs Node 22.18 or newer on this machine, and this is ${process.versions.node}. ` +
      'Please install a newer one from https://nodejs.org, then run npm ci again.\n',
  );
  process.exit(1);
}
