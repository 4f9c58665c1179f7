/** Understands our own `define('advocacy-...', Class)`, which checks first whether the page has the element already. */
const defined = {
  name: 'defined',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [tag, element] = node.arguments;
    if (!tag || !element || !ts.isStringLiteral(tag)) return;
    const declaration = { name: element.getText(), module: moduleDoc.path };
    moduleDoc.exports = [
      ...(moduleDoc.exports ?? []),
      { kind: 'custom-element-definition', name: tag.text, declaration },
    ];
  },
};

/** Leaves what people may use: the elements, by the paths they are published under, without their private parts. */
const published = {
  name: 'published',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const modules = manifest.modules.filter(module => module.exports?.some(isElement));
    for (const module of modules) {
      module.declarations = module.declarations.filter(({ customElement }) => customElement);
      for (const element of module.declarations) {
        element.members = element.members?.filter(({ privacy = 'public' }) => privacy === 'public');
      }
    }
    manifest.modules = JSON.parse(JSON.stringify(modules), (key, value) =>
      key === 'path' || key === 'module' ? publishedPath(value) : value,
    );
  },
};

function isElement({ kind, name }) {
  return kind === 'custom-element-definition' && name.startsWith('advocacy-');
}

function publishedPath(source) {
  return source.replace(/^\/?packages\/widgets\/src\/(.*)\.ts$/, 'dist/$1.js');
}

export default {
  globs: ['packages/widgets/src/**/*.ts'],
  exclude: ['**/*.d.ts'],
  outdir: 'packages/widgets',
  litelement: true,
  // It would add a field to the root's package.json; the widgets' own has it.
  packagejson: false,
  plugins: [defined, published],
};
