import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const folder = join(import.meta.dirname, '..', '..', 'packages', 'sdk', 'src');
const files = globSync('**/*.ts', { cwd: folder });
/** What only Node has; a page and a worker have none of it. */
const onlyNode = new Set([
  'Buffer',
  'process',
  'require',
  'module',
  '__dirname',
  '__filename',
  'setImmediate',
  'clearImmediate',
  'NodeJS',
]);
const builtin = new Set(builtinModules);

describe('the sources of the SDK', () => {
  it('are there', () => {
    assert.ok(files.includes('index.ts') && files.length > 15);
  });

  for (const file of files) {
    it(`${file} runs wherever there are web pages`, () => {
      const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true);

      assert.deepEqual(foundIn(source), []);
    });
  }
});

/** Every use of what only Node has. */
function foundIn(node: ts.Node): string[] {
  const found: string[] = [];
  const isName = ts.isIdentifier(node) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);
  if (isName && onlyNode.has(node.text)) found.push(node.text);
  const isModule = ts.isStringLiteral(node) && (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent) || ts.isCallExpression(node.parent)); // prettier-ignore
  if (isModule && (node.text.startsWith('node:') || builtin.has(node.text))) found.push(node.text);
  node.forEachChild(child => void found.push(...foundIn(child)));
  return found;
}
