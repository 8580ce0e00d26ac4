// `npm run new-feature reviews`: the skeleton of a feature, in the shape the others have.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root as here } from './node24.mjs';

/** Answers what is left to do by hand. */
export function writeFeature(name, root = here) {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name ?? '')) throw new Error('Say what the feature is called, in lower case: npm run new-feature reviews');
  if (existsSync(join(root, 'libs', name))) throw new Error(`libs/${name} is there already.`);
  const pascal = name.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join('');
  const camel = pascal[0].toLowerCase() + pascal.slice(1);
  for (const [kind, contents] of Object.entries(filesOf({ name, pascal, camel }))) {
    for (const [path, text] of Object.entries(contents)) {
      const file = join(root, 'libs', name, kind, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  const base = join(root, 'tsconfig.base.json');
  const alias = `      "@attest/${name}/*": ["./libs/${name}/*/src/index.ts"]`;
  writeFileSync(base, readFileSync(base, 'utf8').replace(/(\n\s+"@attest\/exports\/\*": \[[^\]]*\])/, `$1,\n${alias}`));
  return `libs/${name} is written. Now:
  1. say in eslint.config.mjs (\`uses\`) which features it may use and which may use it;
  2. add ${pascal}Module to apps/api/src/app.module.ts and ${camel}Routes to apps/web/src/app.routes.ts;
  3. name its actions in libs/domain/src/access/permissions.ts;
  4. npm run goldens, then npm run check.`;
}

const config = (name, kind) => ({
  'project.json': `${JSON.stringify({
    name: `${name}-${kind}`, sourceRoot: `libs/${name}/${kind}/src`, projectType: 'library', tags: [`feature:${name}`, `kind:${kind}`],
    targets: kind === 'api' ? { types: {} } : {},
  }, null, 2)}\n`,
  'tsconfig.json': `${JSON.stringify({ extends: `../../../tsconfig.${kind}.json`, include: ['src/**/*.ts'] }, null, 2)}\n`,
});

const filesOf = ({ name, pascal, camel }) => ({
  api: {
    ...config(name, 'api'),
    'src/index.ts': `export { ${pascal}Module } from './${name}.module';\n`,
    [`src/${name}.module.ts`]: `import { Module } from '@nestjs/common';
import { ${pascal}Controller } from './${name}.controller';
import { ${pascal}Service } from './${name}.service';

@Module({ controllers: [${pascal}Controller], providers: [${pascal}Service] })
export class ${pascal}Module {}
`,
    [`src/${name}.dto.ts`]: `import { Text, Uuid } from '@attest/shared/api';

export class ${pascal}View {
  @Uuid() id: string;
  @Text() name: string;
}
`,
    [`src/${name}.controller.ts`]: `import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { ${pascal}View } from './${name}.dto';
import { ${pascal}Service } from './${name}.service';

@ApiTags('${pascal}')
@Controller('${name}')
export class ${pascal}Controller {
  constructor(private readonly ${camel}: ${pascal}Service) {}

  // name the action in libs/domain/src/access/permissions.ts and say there which roles have it
  @Get(':id') @Can('session.own')
  @ApiOperation({ summary: 'One of ${name}' }) @ApiOkResponse({ type: ${pascal}View })
  read${pascal}(@Id() id: string) {
    return this.${camel}.read(id);
  }
}
`,
    [`src/${name}.service.ts`]: `import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@attest/shared/api';
import type { ${pascal}View } from './${name}.dto';

@Injectable()
export class ${pascal}Service {
  constructor(private readonly database: Database) {}

  async read(id: string): Promise<${pascal}View> {
    const found = await this.database.one<${pascal}View>('select id, name from app.organisation where id = $1', [id]);
    if (!found) throw notFound();
    return found;
  }
}
`,
  },
  web: {
    ...config(name, 'web'),
    'src/index.ts': `export { ${camel}Routes } from './${name}-routes';\n`,
    [`src/${name}-routes.ts`]: `import type { Routes } from '@angular/router';

export const ${camel}Routes: Routes = [
  { path: '', title: '${pascal}', loadComponent: () => import('./${name}-page').then((file) => file.${pascal}Page) },
];
`,
    [`src/${name}-page.ts`]: `import { Component } from '@angular/core';
import { Page } from '@attest/shared/web';

@Component({
  selector: 'att-${name}-page',
  imports: [Page],
  template: '<att-page heading="${pascal}" />',
})
export class ${pascal}Page {}
`,
  },
});

// last, because a const is not there before its line
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(writeFeature(process.argv[2]));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
