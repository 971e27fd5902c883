import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/*
 * `npm test`: everything that can be checked, from the format to two people in a browser. A phase runs although
 * an earlier one has failed, so that one run tells everything. The last line counts the tests; format, lint,
 * types and the like count as one each. With `--audit` the known holes of the dependencies are looked up as well.
 */
const reports = mkdtempSync(join(tmpdir(), 'parley-tests-'));
const env = {
  ...process.env,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
};
const results = [];

phase('tools', installTools);
phase('format', () => check('prettier', ['--check', '.', '!shared', '--log-level', 'warn']));
phase('lint', lint);
phase('types and build', () => check('nx', ['run-many', '-t', 'typecheck', 'build']));
phase('jest', jest);
if (existsSync('apps/web-e2e/playwright.config.ts')) {
  phase('browser', playwright);
}
if (process.argv.includes('--audit')) {
  phase('audit', audit);
}
rmSync(reports, { recursive: true });

const passed = sum(results.map((result) => result.passed));
const failed = sum(results.map((result) => result.failed));
process.stdout.write('\n');
for (const { name, seconds, ...result } of results) {
  process.stdout.write(
    `${name.padEnd(16)} ${result.passed} passed, ${result.failed} failed (${seconds} s)\n`,
  );
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** A phase that cannot even count its tests is one failure. */
function phase(name, run) {
  process.stdout.write(`\n== ${name}\n`);
  const start = Date.now();
  let result = { passed: 0, failed: 1 };
  try {
    result = run();
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
  }
  results.push({ name, ...result, seconds: Math.round((Date.now() - start) / 1000) });
}

function check(command, parameters, more = {}) {
  const { status } = spawnSync(command, parameters, { stdio: 'inherit', env: { ...env, ...more } });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** In one process, a third of the time of one for each project; the arrows between projects come from Nx. */
function lint() {
  spawnSync('nx', ['show', 'projects'], { env });
  return check('eslint', ['.']);
}

/** A test that is skipped tells nothing, so it is counted as failed. */
function jest() {
  const file = join(reports, 'jest.json');
  check('jest', ['--config', 'jest.preset.js', '--json', '--outputFile', file]);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites + report.numPendingTests,
  };
}

function playwright() {
  const file = join(reports, 'playwright.json');
  check('nx', ['run', 'web-e2e:e2e', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + stats.skipped + errors.length,
  };
}

/** Programs that the tests use, and that no npm package brings. */
function installTools() {
  // Debian's packages have the names of the programs.
  const missing = ['chromium', 'faketime', 'nginx', 'redis-server'].filter(
    (program) => !isInstalled(program),
  );
  if (missing.length === 0) {
    return { passed: 1, failed: 0 };
  }
  const command = `apt-get install --yes --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !isInstalled('apt-get')) {
    throw new Error(`The tests need ${missing.join(', ')}. On Debian: sudo ${command}`);
  }
  spawnSync('apt-get', ['update'], { stdio: 'inherit' });
  return check('sh', ['-c', command], { DEBIAN_FRONTEND: 'noninteractive' });
}

function isInstalled(program) {
  const folders = `${process.env.PATH}${delimiter}/usr/sbin`.split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}

/** A registry that does not answer says nothing about holes, which is told, but is not a failure of ours. */
function audit() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', env });
  const counts = JSON.parse(stdout).metadata?.vulnerabilities;
  if (!counts) {
    process.stdout.write('The registry does not answer: the dependencies were not looked up.\n');
    return { passed: 0, failed: 0 };
  }
  process.stdout.write(`${JSON.stringify(counts)}\n`);
  return { passed: counts.high + counts.critical === 0 ? 1 : 0, failed: counts.high + counts.critical };
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
