// `npm run schema`: writes the JSON Schema that scenario files name in `$schema`.
import { writeFileSync } from 'node:fs';
import { fileSchemaText } from '../scenario/fileSchema.ts';

writeFileSync('scenarios/schema.json', fileSchemaText());
console.error('Wrote scenarios/schema.json');
