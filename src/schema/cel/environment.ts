import { Environment } from '@marcbachmann/cel-js';
import { registerAddresses } from './addresses.js';
import { registerLists } from './lists.js';
import { registerQuantities } from './quantity.js';
import { registerText } from './text.js';
import { registerUrls } from './url.js';

/**
 * What a rule can use: CEL with Kubernetes' libraries for text, regular expressions, lists, sets, URLs, addresses and
 * quantities. Functions that are missing (semantic versions, named formats, `optMap`) make a rule one that is left to
 * the server, and so do those whose answer depends on the server's version.
 */
function kubernetesEnvironment(): Environment {
  const environment = new Environment({ enableOptionalTypes: true, homogeneousAggregateLiterals: false });
  for (const register of [registerText, registerLists, registerQuantities, registerUrls, registerAddresses])
    register(environment);
  // Its type is known from the schema only; what does not fit shows when the rule is evaluated.
  return environment.registerVariable('self', 'dyn');
}

let plain: Environment | undefined;
let withOldSelf: Environment | undefined;

/** Made once, when the first rule is compiled. */
export function environmentFor(hasOldSelf: boolean): Environment {
  plain ??= kubernetesEnvironment();
  if (!hasOldSelf) return plain;
  return (withOldSelf ??= kubernetesEnvironment().registerVariable('oldSelf', 'optional<dyn>'));
}
