import parser from 'robots-parser';

/** The package's types declare a `default` inside of its module, but the module is the function itself. */
export const robotsParser = parser as unknown as typeof parser.default;
