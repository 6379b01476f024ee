// A small client for tests: plain fetch, one account.
export async function signUp(url, email = "ana@example.com", password = "correct horse battery staple") {
  const client = api(url);
  const payload = await client(
    `mutation ($input: SignUpInput!) { signUp(input: $input) { session { accessToken } violations { path message } } }`,
    { input: { email, name: "Ana", password } },
  );
  return api(url, `Bearer ${payload.session.accessToken}`);
}

/** A function that sends an operation and gives back its first field. */
export function api(url, authorization) {
  const call = async (query, variables = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-dmb-csrf": "1", ...(authorization && { authorization }) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0];
  };
  call.authorization = authorization;
  return call;
}

/** A project from a template with its tables made. */
export async function migratedProject(call, templateId, locale = "en_US") {
  const { project } = await call(
    `mutation ($input: CreateProjectFromTemplateInput!) { createProjectFromTemplate(input: $input) { project { id tables { id name } } } }`,
    { input: { templateId, name: templateId, locale } },
  );
  const { fingerprint } = await call(`query ($id: ID!) { migrationPlan(projectId: $id) { fingerprint } }`, { id: project.id });
  await call(`mutation ($input: ApplyMigrationInput!) { applyMigration(input: $input) { migration { number } } }`, {
    input: { projectId: project.id, fingerprint },
  });
  return project;
}

/** Starts a generation and gives back the job's id. */
export async function generate(call, input) {
  const { job, violations } = await call(
    `mutation ($input: StartGenerationInput!) { startGeneration(input: $input) { job { id } violations { path message } } }`,
    { input },
  );
  if (!job) throw new Error(JSON.stringify(violations));
  return job.id;
}

/** Waits until a job has ended and gives it back. */
export async function ended(call, id, { within = 120_000 } = {}) {
  const deadline = Date.now() + within;
  for (;;) {
    const job = await call(
      `query ($id: ID!) { job(id: $id) { status error { code message } progress { rowsDone rowsTotal percent }
         exports { fileName rows bytes sha256 downloadUrl } executions { attempt status rowsDone } } }`,
      { id },
    );
    if (["COMPLETED", "CANCELLED", "FAILED"].includes(job.status)) return job;
    if (Date.now() > deadline) throw new Error(`job ${id} is still ${job.status}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}
