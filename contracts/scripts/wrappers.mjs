// SPDX-License-Identifier: MIT
// Writes the Java wrappers: they only encode and decode. Per function a record that gives call data
// and reads the answer, per event a record, per struct a record, one table of errors.
import { createRequire } from 'node:module';
import { MODULES } from './compile.mjs';

const { keccak256 } = createRequire(import.meta.url)('js-sha3');

const PACKAGE = 'org.elastos.smartweb.contracts.generated';
const JAVA = `src/main/java/${PACKAGE.replaceAll('.', '/')}`;
const RESOURCES = `src/main/resources/${PACKAGE.replaceAll('.', '/')}`;
const DEPLOYED = ['Channel', 'ChannelFactory', ...MODULES, 'CounterfactualCheck', 'DevUsd', 'LicenseCommittee'];
const NEVER_STANDS = ['CounterfactualCheck'];
export const GENERATED_FOLDERS = [JAVA, RESOURCES];

const SUBJECT = {
  Channel: 'a creator\'s channel, whichever of its codes answers them',
  ChannelFactory: 'the factory of channels',
  ChannelGasless: 'the channels\' module for purchases with a permit; a channel answers what it does',
  ChannelOffice: 'the channels\' module for what owners and holders do now and then; a channel answers what it does',
  ChannelTrade: 'the channels\' module for resale and refunds; a channel answers what it does',
  ChannelViews: 'the channels\' module for what others read; a channel answers what it does',
  CommitteeTreasury: 'a committee\'s treasury',
  CounterfactualCheck: 'the question whether an account signed, which is never deployed',
  DevUsd: 'the development dollar, a token without value',
  LicenseCommittee: 'the licence nodes\' committee',
};

const upper = (name) => {
  const camel = /^[A-Z0-9_]+$/.test(name)
    ? name.toLowerCase().replace(/_(.)/g, (_, letter) => letter.toUpperCase())
    : name;
  return camel[0].toUpperCase() + camel.slice(1);
};
const isStruct = (type) => type.type === 'tuple';
const isList = (type) => type.type.endsWith('[]');
const element = (type) => ({ ...type, type: type.type.slice(0, -2) });
const structName = (type) => type.internalType.replace(/^struct /, '').replace(/\[\]$/, '').split('.').pop();
const canonical = (type) =>
  type.type.startsWith('tuple')
    ? `(${type.components.map(canonical).join(',')})${type.type.slice(5)}`
    : type.type;
const isDynamic = (type) =>
  isList(type) || ['bytes', 'string'].includes(type.type) || (isStruct(type) && type.components.some(isDynamic));
const bits = (type) => Number(type.type.slice(4));
const isUint = (type) => /^uint\d+$/.test(type.type);
const isEdition = (type) => type.type === 'uint256' && type.name === 'editionId';
const nameOf = (type, at, fallback) => (type.name || `${fallback}${at}`).replace(/_$/, '');

function javaType(type, hidden = new Set()) {
  if (isList(type)) return `List<${boxed(element(type), hidden)}>`;
  if (isStruct(type)) return hidden.has(structName(type)) ? `${PACKAGE}.${structName(type)}` : structName(type);
  if (isEdition(type)) return 'EditionId';
  if (isUint(type)) return bits(type) <= 16 ? 'int' : bits(type) <= 64 ? 'long' : 'BigInteger';
  const known = { address: 'EvmAddress', bool: 'boolean', bytes32: 'Hash256', bytes4: 'Bytes', bytes: 'Bytes', string: 'String' };
  if (!known[type.type]) throw new Error(`no Java type for ${type.type}`);
  return known[type.type];
}

const BOXES = { int: 'Integer', long: 'Long', boolean: 'Boolean' };
const boxed = (type, hidden) => BOXES[javaType(type, hidden)] ?? javaType(type, hidden);

/// Statement that appends `value` to `writer`.
function write(type, value, writer) {
  if (isList(type)) {
    const inner = element(type);
    return `${writer}.list(${value}, (each, one) -> ${write(inner, 'one', 'each')})`;
  }
  if (isStruct(type)) {
    return isDynamic(type) ? `${writer}.dynamic(${value}::writeTo)` : `${value}.writeTo(${writer})`;
  }
  if (isEdition(type)) return `${writer}.word(${value}.hash())`;
  if (isUint(type)) return `${writer}.uint(${bits(type)}, ${value})`;
  const known = { address: 'address', bool: 'bool', bytes32: 'word', bytes4: 'bytes4', bytes: 'bytes', string: 'string' };
  return `${writer}.${known[type.type]}(${value})`;
}

/// Expression that reads the next value from `reader`.
function read(type, reader, hidden) {
  if (isList(type)) return `${reader}.list(each -> ${read(element(type), 'each', hidden)})`;
  if (isStruct(type)) {
    const name = javaType(type, hidden);
    return isDynamic(type) ? `${name}.readFrom(${reader}.dynamic())` : `${name}.readFrom(${reader})`;
  }
  if (isEdition(type)) return `new EditionId(${reader}.word())`;
  if (isUint(type)) {
    return bits(type) <= 16
      ? `${reader}.uintAsInt(${bits(type)})`
      : bits(type) <= 64 ? `${reader}.uintAsLong(${bits(type)})` : `${reader}.uint(${bits(type)})`;
  }
  const known = { address: 'address', bool: 'bool', bytes32: 'word', bytes4: 'bytes4', bytes: 'bytes', string: 'string' };
  return `${reader}.${known[type.type]}()`;
}

const components = (types, fallback, hidden) =>
  types.map((type, at) => `${javaType(type, hidden)} ${nameOf(type, at, fallback)}`).join(', ');

/// A compact constructor that copies the lists, if there are any.
function copies(name, types, fallback) {
  const lists = types.map((type, at) => [type, nameOf(type, at, fallback)]).filter(([type]) => isList(type));
  if (lists.length === 0) return '';
  return `
    /// Copies the lists.
    public ${name} {
      ${lists.map(([, list]) => `${list} = List.copyOf(${list});`).join('\n      ')}
    }
`;
}

function writes(types, fallback, writer) {
  return types.map((type, at) => `${write(type, nameOf(type, at, fallback), writer)};`);
}

/// Binds every value to a local first: Java reads arguments left to right, as the encoding lies.
function construct(name, types, fallback, reader, hidden) {
  if (types.length === 0) return `return new ${name}();`;
  const reads = types.map((type) => read(type, reader, hidden));
  return `return new ${name}(${reads.join(', ')});`;
}

function functionRecord(fn, selector, hidden) {
  const name = upper(fn.name);
  const signature = `${fn.name}(${fn.inputs.map(canonical).join(',')})`;
  const result = resultOf(fn, hidden);
  const doc = { view: 'Reads', pure: 'Reads', payable: 'Pays and calls', nonpayable: 'Calls' }[fn.stateMutability];
  return `
  /// ${doc} \`${fn.name}\`.
  public record ${name}(${components(fn.inputs, 'arg', hidden)}) implements ${result.type ? `ContractQuery<${result.type}>` : 'ContractCall'} {
    /// The first four bytes of the hash of
    /// \`${signature}\`.
    public static final String SELECTOR = "${selector}";
${copies(name, fn.inputs, 'arg')}
    /// Reads call data back.
    public static ${name} decode(Bytes callData) {
      ${fn.inputs.length === 0 ? `AbiReader.call(SELECTOR, callData);` : `AbiReader in = AbiReader.call(SELECTOR, callData);`}
      ${construct(name, fn.inputs, 'arg', 'in', hidden)}
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      ${writes(fn.inputs, 'arg', 'out').join('\n      ')}
      return out.call(SELECTOR);
    }
${result.code}  }
`;
}

function resultOf(fn, hidden) {
  if (fn.outputs.length === 0) return { type: '', code: '' };
  const single = fn.outputs.length === 1;
  const type = single ? boxed(fn.outputs[0], hidden) : 'Result';
  const body = single
    ? `return ${read(fn.outputs[0], 'in', hidden)};`
    : construct('Result', fn.outputs, 'value', 'in', hidden);
  const record = single ? '' : `
    /// What \`${fn.name}\` answers.
    public record Result(${components(fn.outputs, 'value', hidden)}) {}
`;
  const qualified = single ? type : `${upper(fn.name)}.Result`;
  return {
    type: qualified,
    code: `
    @Override
    public ${type} decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      ${body}
    }
${record}`,
  };
}

function deployRecord(contract, abi, hidden) {
  if (!DEPLOYED.includes(contract)) return '';
  const inputs = abi.find((entry) => entry.type === 'constructor')?.inputs ?? [];
  return `
  /// Creates the contract.
  public record Deploy(${components(inputs, 'arg', hidden)}) implements ContractCreation {
${copies('Deploy', inputs, 'arg')}
    @Override
    public Bytes initCode() {
      AbiWriter out = new AbiWriter();
      ${writes(inputs, 'arg', 'out').join('\n      ')}
      return out.creation(${contract}Calls.class, "${contract}");
    }
  }
`;
}

function eventRecord(contract, event) {
  const signature = `${event.name}(${event.inputs.map(canonical).join(',')})`;
  const indexed = event.inputs.filter((input) => input.indexed);
  if (indexed.some(isDynamic)) throw new Error(`${signature}: an indexed dynamic value is only its hash`);
  const hasData = event.inputs.some((input) => !input.indexed);
  let topic = 0;
  const reads = event.inputs.map((input) =>
    input.indexed ? read(input, `AbiReader.topic(log, ${++topic})`) : read(input, 'in'));
  return `
  /// \`${event.name}\`
  record ${event.name}(${components(event.inputs, 'arg')}) implements ${contract}Events {
    /// The hash of
    /// \`${signature}\`.
    public static final Hash256 TOPIC = Hash256.fromHex("${keccak256(signature)}");
${copies(event.name, event.inputs, 'arg')}
    /// Reads the event from a log that has this topic.
    public static ${event.name} decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, ${indexed.length});
      ${hasData ? 'AbiReader in = AbiReader.of(log.data());' : ''}
      return new ${event.name}(${reads.join(', ')});
    }
  }
`;
}

const IMPORTS = {
  AbiReader: 'org.elastos.smartweb.contracts.abi.AbiReader',
  AbiWriter: 'org.elastos.smartweb.contracts.abi.AbiWriter',
  ContractCall: 'org.elastos.smartweb.contracts.abi.ContractCall',
  ContractCreation: 'org.elastos.smartweb.contracts.abi.ContractCreation',
  ContractQuery: 'org.elastos.smartweb.contracts.abi.ContractQuery',
  BigInteger: 'java.math.BigInteger',
  Bytes: 'org.elastos.smartweb.chain.Bytes',
  EditionId: 'org.elastos.smartweb.chain.EditionId',
  EvmAddress: 'org.elastos.smartweb.chain.EvmAddress',
  EvmLog: 'org.elastos.smartweb.chain.EvmLog',
  Hash256: 'org.elastos.smartweb.chain.Hash256',
  List: 'java.util.List',
  Map: 'java.util.Map',
  Optional: 'java.util.Optional',
};

function javaFile(body) {
  const code = body.replace(/\/\/\/.*$/gm, '');
  const used = Object.keys(IMPORTS).filter((name) => new RegExp(`(?<![.\\w"])${name}\\b`).test(code));
  const lines = used.map((name) => `import ${IMPORTS[name]};`).sort();
  return `// SPDX-License-Identifier: MIT
package ${PACKAGE};

${lines.join('\n')}${lines.length > 0 ? '\n\n' : ''}${body}`;
}

function callsFile(contract, artifact, structs) {
  const functions = MODULES.includes(contract) ? [] : artifact.abi.filter((entry) => entry.type === 'function');
  const names = new Set(functions.map((fn) => upper(fn.name)));
  const hidden = new Set([...structs.keys()].filter((name) => names.has(name)));
  const records = functions.map((fn) => {
    const signature = `${fn.name}(${fn.inputs.map(canonical).join(',')})`;
    return functionRecord(fn, artifact.methods[signature], hidden);
  });
  return javaFile(`/// The calls of ${SUBJECT[contract]}. Generated; encodes and decodes only.
public final class ${contract}Calls {
  private ${contract}Calls() {}
${deployRecord(contract, artifact.abi, hidden)}${records.join('')}}
`);
}

function eventsFile(contract, artifact) {
  const events = MODULES.includes(contract) ? [] : artifact.abi.filter((entry) => entry.type === 'event');
  if (events.length === 0) return undefined;
  const cases = events.map((event) => `
    if (topic.equals(${event.name}.TOPIC)) {
      return Optional.of(${event.name}.decode(log));
    }`);
  return javaFile(`/// The events of ${SUBJECT[contract]}. Generated; decodes only.
public sealed interface ${contract}Events {
  /// Reads a log; empty when it is no event of this contract.
  static Optional<${contract}Events> decode(EvmLog log) {
    if (log.topics().isEmpty()) {
      return Optional.empty();
    }
    Hash256 topic = log.topics().getFirst();
${cases.join('')}
    return Optional.empty();
  }
${events.map((event) => eventRecord(contract, event)).join('')}}
`);
}

function structFile(name, type) {
  return javaFile(`/// The contracts' \`${name}\`. Generated.
public record ${name}(${components(type.components, 'field')}) {
${copies(name, type.components, 'field')}
  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    ${writes(type.components, 'field', 'out').join('\n    ')}
  }

  /// Reads the fields.
  public static ${name} readFrom(AbiReader in) {
    ${construct(name, type.components, 'field', 'in')}
  }
}
`);
}

function collectStructs(artifacts) {
  const found = new Map();
  const visit = (type) => {
    if (!type.components) return;
    if (type.type.startsWith('tuple')) found.set(structName(type), { ...type, type: 'tuple' });
    type.components.forEach(visit);
  };
  for (const artifact of artifacts.values()) {
    for (const entry of artifact.abi) [...(entry.inputs ?? []), ...(entry.outputs ?? [])].forEach(visit);
  }
  return found;
}

function errorsFile(artifacts) {
  const errors = new Map();
  for (const artifact of artifacts.values()) {
    for (const entry of artifact.abi.filter((each) => each.type === 'error')) {
      if (entry.inputs.some(isDynamic)) throw new Error(`${entry.name}: dynamic values are not described`);
      const selector = keccak256(`${entry.name}(${entry.inputs.map(canonical).join(',')})`).slice(0, 8);
      errors.set(selector, `${entry.name}(${entry.inputs.map((input) => `${input.type} ${input.name}`).join(', ')})`);
    }
  }
  const entries = [...errors].sort(([, a], [, b]) => (a < b ? -1 : 1));
  return javaFile(`/// The refusals of all contracts by selector. Generated.
public final class ErrorTable {
  /// From the first four bytes of revert data, in hexadecimal, to the error with its arguments.
  public static final Map<String, String> BY_SELECTOR =
      Map.ofEntries(
          ${entries.map(([selector, text]) => `Map.entry("${selector}", "${text}")`).join(',\n          ')});

  private ErrorTable() {}
}
`);
}

/// Returns path and text of every generated file.
/// The runtime code, then a line for each immutable: its name and where it stands.
function runtimeFile(artifact) {
  const lines = artifact.immutables.map((each) => `${each.name} ${each.offsets.join(' ')}`);
  return [artifact.runtimeCode.slice(2), ...lines].map((line) => `${line}\n`).join('');
}

export function wrappers(artifacts) {
  const files = new Map();
  const structs = collectStructs(artifacts);
  for (const [contract, artifact] of artifacts) {
    files.set(`${JAVA}/${contract}Calls.java`, callsFile(contract, artifact, structs));
    const events = eventsFile(contract, artifact);
    if (events) files.set(`${JAVA}/${contract}Events.java`, events);
    if (DEPLOYED.includes(contract)) files.set(`${RESOURCES}/${contract}.hex`, `${artifact.creationCode.slice(2)}\n`);
    if (!NEVER_STANDS.includes(contract)) files.set(`${RESOURCES}/${contract}.runtime`, runtimeFile(artifact));
  }
  for (const [name, type] of structs) files.set(`${JAVA}/${name}.java`, structFile(name, type));
  files.set(`${JAVA}/ErrorTable.java`, errorsFile(artifacts));
  files.set(
    `${JAVA}/package-info.java`,
    `// SPDX-License-Identifier: MIT
/// Generated wrappers of the contracts: they only encode and decode.
@NullMarked
package ${PACKAGE};

import org.jspecify.annotations.NullMarked;
`,
  );
  return files;
}
