// `npm run schema`: writes what is made from the schemas, the JSON Schema that scenario files name in
// `$schema` and the page of parameters.
import { writeFileSync } from 'node:fs';
import { fileSchemaText } from '../scenario/fileSchema.ts';
import { parameterPage } from '../scenario/parameterPage.ts';

const files = [
  ['scenarios/schema.json', fileSchemaText()],
  ['src/model/PARAMETERS.md', parameterPage()],
] as const;
for (const [path, text] of files) {
  writeFileSync(path, text);
  console.error(`Wrote ${path}`);
}
