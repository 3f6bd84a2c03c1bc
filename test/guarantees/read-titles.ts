import ts from 'typescript'

/** A test that is left out, or counts as passed when it fails, proves nothing. */
const LEFT_OUT = /\.(skip|skipIf|runIf|todo|fixme|fail|fails)\b/

const isText = (node: ts.Node | undefined): node is ts.LiteralExpression | ts.TemplateExpression =>
  !!node && (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))

const textOf = (node: ts.LiteralExpression | ts.TemplateExpression): string =>
  ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : node.text

/** The titles of the tests in a source: what `it` and `test` are called with, and the names of cases in a table. */
export const readTitles = (path: string, source: string): readonly string[] => {
  const titles: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText()
      // what is inside of it is left out as well
      if (/^(it|test|describe)\b/.test(callee) && LEFT_OUT.test(callee)) return
      const [title] = node.arguments
      if (/^(it|test)(\.|\(|$)/.test(callee) && isText(title)) titles.push(textOf(title))
    }
    if (path.endsWith('-cases.ts') && ts.isPropertyAssignment(node))
      titles.push(ts.isStringLiteral(node.name) ? node.name.text : node.name.getText())
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true))
  return titles
}
