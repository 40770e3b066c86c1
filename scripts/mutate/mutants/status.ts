import { declares, idsInPath, successesOf, type Operation } from '../described-operations.ts';
import { isSuccess, withBody, withoutHeader, withStatus } from '../message.ts';
import { inAnswer, inRequest, type Mutant } from '../mutant.ts';

/** One status for another, and everything else as it was. */
const swapped = (
  from: number,
  to: number,
  why: (operation: Operation) => boolean = (operation) => declares(operation, from),
): Mutant => ({
  id: `${from}-as-${to}`,
  class: 'status',
  defect: `answers ${to} where it should answer ${from}`,
  fits: why,
  serve: inAnswer((answer) => withStatus(answer, from, to)),
});

const isRefusing = ({ scopes, roles, operator }: Operation): boolean =>
  scopes.length > 0 || roles.length > 0 || operator;
const isGuarded = ({ credential }: Operation): boolean => credential !== 'none';
const takesInput = ({ parameters, bodySchema }: Operation): boolean =>
  parameters.length > 0 || bodySchema !== undefined;
/** A lease's token opens its own lease only: the address of another one is refused as a bad token is. */
const namesResource = (operation: Operation): boolean =>
  declares(operation, 404) && idsInPath(operation).length > 0 && operation.credential === 'account';
const succeedsOnlyWith =
  (status: number) =>
  (operation: Operation): boolean =>
    successesOf(operation).length === 1 && declares(operation, status);

export const statusMutants: readonly Mutant[] = [
  swapped(200, 201, succeedsOnlyWith(200)),
  swapped(201, 200),
  swapped(202, 200),
  {
    id: '204-as-200',
    class: 'status',
    defect: 'answers 200 without content where it should answer 204',
    fits: (operation) => declares(operation, 204),
    serve: inAnswer((answer) => (answer.status === 204 ? { ...withBody(answer, ''), status: 200 } : answer)),
  },
  swapped(404, 200, namesResource),
  swapped(404, 400, namesResource),
  swapped(403, 404, isRefusing),
  swapped(403, 401, isRefusing),
  swapped(401, 403, isGuarded),
  swapped(401, 404, isGuarded),
  swapped(400, 422, takesInput),
  swapped(400, 500, takesInput),
  swapped(405, 404),
  swapped(409, 400),
  swapped(413, 400),
  swapped(415, 400),
  swapped(422, 400),
  {
    id: '406-as-200',
    class: 'status',
    defect: 'answers in a type that was refused',
    fits: ({ credential }) => credential !== 'signature',
    serve: inRequest((request) => withoutHeader(request, 'Accept')),
  },
  {
    id: 'success-as-500',
    class: 'status',
    defect: 'fails after it has done what was asked',
    fits: () => true,
    serve: inAnswer((answer) => (isSuccess(answer) ? { ...answer, status: 500 } : answer)),
  },
];
