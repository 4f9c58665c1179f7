import { relative, resolve } from 'node:path';

/**
 * A reporter for `node --test`: writes how many tests passed and failed, and the figures that they told
 * (`t.diagnostic`), as JSON. A skipped test has failed.
 */
export default async function* countReporter(events) {
  const count = { passed: 0, failed: 0, figures: [] };
  for await (const { type, data } of events) {
    // Node's own totals come from no file.
    if (type === 'test:diagnostic' && data.file) {
      count.figures.push({ file: relative(process.cwd(), data.file), figure: data.message });
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isSkipped = data.skip !== undefined || data.todo !== undefined;
    // A suite's own result only repeats what its tests said, unless none of them ran.
    if (data.details.type === 'suite' && !isSkipped) continue;
    // Node reports a file that holds no test as one passed test of the file's name.
    const isEmptyFile = resolve(data.name) === data.file;
    if (type === 'test:pass' && !isSkipped && !isEmptyFile) count.passed += 1;
    else count.failed += 1;
  }
  yield JSON.stringify(count);
}
