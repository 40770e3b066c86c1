// What a status brings with it: addresses, headers, pages, bytes.
import { entriesOf, isNode, nodeAt, refName, textAt, type Answer, type Node, type Operation } from '../description.ts';
import type { Rule } from '../rule.ts';

const headersOf = (answer: Answer): Node => nodeAt(answer.node, 'headers');
const isSuccess = ({ status }: Answer): boolean => status.startsWith('2');
const successes = (operation: Operation): Answer[] => operation.answers.filter(isSuccess);

export const statusesMeanIt: Rule = {
  id: 'statuses-mean-it',
  *check({ operations }) {
    const readable = new Set(
      operations.filter(({ method }) => method === 'get').map(({ path }) => path.replace(/\{\w+\}/g, '{}')),
    );
    const hasItems = (path: string): boolean => readable.has(`${path.replace(/\{\w+\}/g, '{}')}/{}`);
    for (const { method, path, node, at, answers } of operations) {
      if (['get', 'delete'].includes(method) && 'requestBody' in node)
        yield { at: [...at, 'requestBody'], message: `${method.toUpperCase()} has no body.` };
      for (const answer of answers) {
        const hasLocation = 'Location' in headersOf(answer);
        if (answer.status === '201' && method === 'post' && hasItems(path) && !hasLocation)
          yield { at: answer.at, message: 'What was made has an address: answer Location.' };
        if (answer.status === '202' && hasLocation === 'x-unwatched-reason' in answer.node)
          yield { at: answer.at, message: 'Say where to watch it: answer Location, or x-unwatched-reason.' };
        if (/^30[12378]/.test(answer.status) && !hasLocation)
          yield { at: answer.at, message: 'Say where to go: answer Location.' };
        if (['204', '205', '304'].includes(answer.status) && 'content' in answer.node)
          yield { at: answer.at, message: `${answer.status} has no content.` };
      }
    }
  },
};

/** Where a browser is sent on, that is all there is. */
export const successDocumented: Rule = {
  id: 'success-documented',
  *check({ operations }) {
    for (const operation of operations)
      if (successes(operation).length === 0 && !operation.answers.some(({ status }) => ['302', '303'].includes(status)))
        yield { at: [...operation.at, 'responses'], message: 'Document how it succeeds: a status of 2xx, 302 or 303.' };
  },
};

const limitHeaders = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];

export const headersEverywhere: Rule = {
  id: 'headers-everywhere',
  *check({ operations }) {
    for (const { node, answers } of operations) {
      const isLimited = textAt(node, 'x-rate-class') !== 'unlimited';
      const expected = ['X-Request-Id', ...(isLimited ? limitHeaders : [])];
      for (const answer of answers)
        for (const name of expected)
          if (refName(nodeAt(headersOf(answer), name)) === undefined)
            yield { at: answer.at, message: `Declare ${name}, by reference to components/headers.` };
    }
  },
};

const wholeHeaders = ['Content-Length', 'ETag', 'Repr-Digest'];
const partHeaders = ['Accept-Ranges', 'Content-Disposition'];
/** Workers take a file whole and keep it by its digest. */
const isWhole = ({ path }: Operation): boolean => path.startsWith('/api/v1/worker/');
const isBytes = ({ node }: Answer): boolean =>
  textAt(nodeAt(node, 'content', 'application/octet-stream', 'schema'), 'format') === 'binary';

export const downloadsComplete: Rule = {
  id: 'downloads-complete',
  *check({ operations }) {
    for (const operation of operations) {
      const bytes = successes(operation).filter(isBytes);
      for (const answer of bytes)
        for (const name of isWhole(operation) ? wholeHeaders : [...wholeHeaders, ...partHeaders])
          if (!(name in headersOf(answer))) yield { at: answer.at, message: `A download has ${name}.` };
      for (const status of ['206', '416'])
        if (bytes.length > 0 && !isWhole(operation) && !operation.answers.some((answer) => answer.status === status))
          yield {
            at: [...operation.at, 'responses'],
            message: `A download may be asked for in part: document ${status}.`,
          };
    }
  },
};

export const secretsUncached: Rule = {
  id: 'secrets-uncached',
  *check({ root, operations }) {
    for (const answer of operations.flatMap(successes))
      for (const [, media] of entriesOf(nodeAt(answer.node, 'content'))) {
        const schema = nodeAt(root, 'components', 'schemas', refName(nodeAt(media, 'schema')) ?? '');
        const secret = Object.keys(nodeAt(schema, 'properties')).find((name) =>
          /^(\w+_)?token$|^download_url$/.test(name),
        );
        const cacheControl = refName(nodeAt(headersOf(answer), 'Cache-Control'));
        if (secret !== undefined && cacheControl !== 'Cache-Control-No-Store')
          yield { at: answer.at, message: `${secret} is a secret: declare Cache-Control-No-Store.` };
      }
  },
};

const pagingNames: Readonly<Record<string, string>> = { limit: 'Limit', offset: 'Offset', cursor: 'Cursor' };

export const pagesAlike: Rule = {
  id: 'pages-alike',
  *check({ root, operations }) {
    for (const { at, parameters, answers, id } of operations) {
      for (const { node, shared } of parameters)
        if (textAt(node, 'in') === 'query' && textAt(node, 'name') in pagingNames && shared === undefined)
          yield { at, message: `Refer to components/parameters for ${textAt(node, 'name')}.` };
      if (!parameters.some(({ node }) => textAt(node, 'name') === 'limit')) continue;
      const page = answers.find(({ status }) => status === '200');
      const schema = refName(nodeAt(page?.node ?? {}, 'content', 'application/json', 'schema')) ?? '';
      if (!schema.endsWith('Page')) yield { at, message: `${id} answers pages: name the schema <What>Page.` };
      const pagination = refName(nodeAt(root, 'components', 'schemas', schema, 'properties', 'pagination')) ?? '';
      if (!pagination.endsWith('Pagination')) yield { at, message: 'A page holds `data` and the shared `pagination`.' };
    }
  },
};

export const parametersFew: Rule = {
  id: 'parameters-few',
  *check({ operations }) {
    for (const { at, parameters } of operations)
      if (parameters.length > 8)
        yield { at: [...at, 'parameters'], message: `${parameters.length} parameters; 8 are the most.` };
  },
};

export const mediaTypesOrdered: Rule = {
  id: 'media-types-ordered',
  *check({ operations, answers }) {
    for (const { node, at } of operations) {
      const types = Object.keys(nodeAt(node, 'requestBody', 'content'));
      if (types.length > 1)
        yield {
          at: [...at, 'requestBody', 'content'],
          message: 'One media type per request: generators take the first.',
        };
    }
    for (const { node, at } of answers) {
      const types = Object.keys(isNode(node['content']) ? node['content'] : {});
      if (types.includes('application/json') && types[0] !== 'application/json')
        yield { at: [...at, 'content'], message: 'application/json first: generators take the first.' };
    }
  },
};
