import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/*
 * Before every command: installs what package-lock.json names and node_modules lacks, as after the first clone
 * and after a pull. It runs on any Node from 20 on, without a single package.
 */
if (!isInstalled()) {
  // Warnings about an old Node would be about one that is not used: the right one is among the packages.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: true,
  });
  process.exit(status ?? 1);
}

function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  // Written by npm as the last thing, so an installation that was broken off has none.
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(wanted)
    .filter(([path, { link, optional }]) => path.startsWith('node_modules/') && !link && !optional)
    .every(([path, { version }]) => installed[path]?.version === version);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
}
