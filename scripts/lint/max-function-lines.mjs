const FACTORY = /^create[A-Z]/;

const nameOf = (node) => node.id?.name ?? node.parent?.id?.name ?? node.parent?.key?.name ?? '';

const codeLines = (sourceCode) => {
  const comments = new Set();
  for (const comment of sourceCode.getAllComments()) {
    for (let line = comment.loc.start.line; line <= comment.loc.end.line; line += 1) {
      const text = sourceCode.lines[line - 1];
      const before = line === comment.loc.start.line ? text.slice(0, comment.loc.start.column) : '';
      const after = line === comment.loc.end.line ? text.slice(comment.loc.end.column) : '';
      if (before.trim() === '' && after.trim() === '') comments.add(line);
    }
  }
  return ({ start, end }) => {
    let count = 0;
    for (let line = start.line; line <= end.line; line += 1) {
      if (sourceCode.lines[line - 1].trim() !== '' && !comments.has(line)) count += 1;
    }
    return count;
  };
};

/**
 * ESLint's `max-lines-per-function`, except for factories: `createX` returns an object of functions that share what it
 * was given, so its inner functions are measured one by one and not added up again.
 */
export const maxFunctionLines = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'integer', minimum: 1 }],
    messages: { tooLong: '{{name}} has {{lines}} lines of its own, at most {{max}} are allowed.' },
  },
  create: (context) => {
    const max = context.options[0] ?? 50;
    const lines = codeLines(context.sourceCode);
    /** Lines of the functions directly inside each open function. */
    const inner = [];

    const enter = () => inner.push(0);
    const exit = (node) => {
      const nested = inner.pop();
      const all = lines(node.loc);
      const own = FACTORY.test(nameOf(node)) ? all - nested : all;
      if (inner.length > 0) inner[inner.length - 1] += all;
      if (own > max) {
        const name = nameOf(node) || 'This function';
        context.report({ node, messageId: 'tooLong', data: { name, lines: own, max } });
      }
    };
    const kinds = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];
    return Object.fromEntries(
      kinds.flatMap((kind) => [
        [kind, enter],
        [`${kind}:exit`, exit],
      ]),
    );
  },
};
