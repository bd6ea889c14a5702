// @ts-check

/** What the language offers and this project does without (conventions 4, 25, 26). */
export const languageLimits = [
  { selector: 'TSEnumDeclaration', message: 'A union of string literals instead of an enum.' },
  { selector: 'ClassDeclaration[abstract=true]', message: 'No base classes: a plain function is found by "find usages".' },
  {
    selector: 'CallExpression[callee.name="setHandler"] Property[key.name="validator"] > :function[async=true]',
    message: 'A validator is synchronous: a rejected promise fails the workflow task again and again (convention 10).',
  },
];

/** A repository's `save` ignores versions, the last writer silently wins (convention 21). */
export const lineSaves = [
  {
    selector: 'CallExpression[callee.type="MemberExpression"][callee.property.name="save"]',
    message: 'No save(): a fact is appended by commit, an ordinary row changes by a conditional update.',
  },
];

/** Local habits of the machine must not decide: the domain sorts and prints by its own rules. */
export const domainLocaleCalls = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time is an argument (convention 2).' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time is an argument (convention 2).' },
  {
    selector: 'CallExpression[callee.property.name=/^(toLocale.*String|toLocale(Lower|Upper)Case|localeCompare)$/]',
    message: 'The result depends on the machine: compare by code unit, format at the edge.',
  },
];

/** The environment is parsed once (convention 24). */
export const environmentReads = [
  { object: 'process', property: 'env', message: 'Settings come from the configuration (libs/platform/src/config).' },
];

const forbid = (/** @type {string} */ message, /** @type {string[]} */ names) => names.map((name) => ({ name, message }));

/** The domain takes time, ids, randomness and the outside as arguments (conventions 1 and 2). */
export const domainGlobals = [
  ...forbid('The domain is pure: pass it in as an argument.', [
    'process',
    'console',
    'Buffer',
    'fetch',
    'crypto',
    'performance',
    'require',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
  ]),
  ...forbid('Only calendar/zone.ts asks the platform about zones.', ['Intl']),
];

/** What is missing, or lies, inside the workflow sandbox (convention 15). */
export const workflowGlobals = forbid('Not in workflow code: it runs in a sandbox and is replayed for years; log by the SDK only.', [
  'process',
  'console',
  'Buffer',
  'fetch',
  'crypto',
  'performance',
  'require',
  'Intl',
]);

/** A plain Error blocks the workflow task until a deploy (convention 11). */
export const workflowThrows = [
  {
    selector: 'ThrowStatement > NewExpression[callee.name=/^(Error|TypeError|RangeError)$/]',
    message: 'Workflow code throws ApplicationFailure with a stable code as its type.',
  },
];

const wait = 'Wait for a condition with a deadline instead of a time (test/support).';

/** A pause in a test is either too short or too long. */
export const testWaits = [
  { selector: 'CallExpression[callee.name=/^(sleep|delay|pause|setTimeout)$/]', message: wait },
  { selector: 'CallExpression[callee.property.name=/^(sleep|waitForTimeout|setTimeout)$/]', message: wait },
];
