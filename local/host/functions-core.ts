import { randomUUID } from "node:crypto";

/**
 * The module `@azure/functions-core`, which in Azure the host supplies: function files register themselves with it through
 * `@azure/functions`, and never notice where they run.
 */
type Data = { json?: string; string?: string; bytes?: Uint8Array; http?: HttpData };
export type HttpData = {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
  params?: Record<string, string>;
  body?: Data;
  statusCode?: string;
};
type Binding = {
  type: string;
  direction: "in" | "out";
  route?: string;
  methods?: string[];
  schedule?: string;
  name?: string;
};
type Metadata = { name: string; bindings: Record<string, Binding> };
type Callback = (...args: unknown[]) => unknown;
type Invocation = {
  getArguments(): Promise<{ context: object; inputs: unknown[] }>;
  invokeFunction(context: object, inputs: unknown[], callback: Callback): Promise<unknown>;
  getResponse(context: object, result: unknown): Promise<{ returnValue?: Data | null }>;
};
type Model = { getInvocationModel(context: object): Invocation };

export type Registered = { name: string; trigger: Binding; run(input: Data): Promise<Data | null | undefined> };
/** Where the host hears what functions write to their context's log. */
export const heard = { log: (_level: string, _message: string): void => {} };

const functions: Registered[] = [];
let model: Model | undefined;

/** What the function files have registered since this was last asked. */
export const takeRegistered = (): readonly Registered[] => functions.splice(0);

async function invoke(metadata: Metadata, callback: Callback, binding: string, data: Data) {
  if (!model) throw new Error("No programming model was set.");
  const invocationId = randomUUID();
  const request = { invocationId, inputData: [{ name: binding, data }], triggerMetadata: {} };
  const log = (level: string, _category: string, message: string) => heard.log(level, message);
  const invocation = model.getInvocationModel({ invocationId, metadata, request, log });
  const { context, inputs } = await invocation.getArguments();
  const result = await invocation.invokeFunction(context, inputs, callback);
  return (await invocation.getResponse(context, result)).returnValue;
}

export function registerFunction(metadata: Metadata, callback: Callback): Disposable {
  const found = Object.entries(metadata.bindings).find(([, { type }]) => /trigger$/i.test(type));
  if (!found) throw new Error(`The function ${metadata.name} has no trigger.`);
  const [binding, trigger] = found;
  functions.push({ name: metadata.name, trigger, run: (data) => invoke(metadata, callback, binding, data) });
  return new Disposable(() => {});
}

export const setProgrammingModel = (chosen: Model): void => {
  model = chosen;
};
export const getProgrammingModel = (): Model | undefined => model;
export const registerHook = (): Disposable => new Disposable(() => {});
export const log = (level: string, _category: string, message: string): void => heard.log(level, message);

export class Disposable {
  constructor(readonly dispose: () => void) {}
}

export const version = "4.0.0";
export const hostVersion = "4.0.0";
