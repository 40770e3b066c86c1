import type { Operation } from '../../../http/operation.ts';
import { descriptionLinks } from '../../../published-description.ts';
import { apiCatalogView } from '../system.view.ts';

export const getApiCatalog: Operation<'getApiCatalog'> = async ({ settings }) => ({
  status: 200,
  headers: {
    'Content-Type': 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    Link: descriptionLinks,
  },
  body: apiCatalogView(settings.publicUrl ?? ''),
});
