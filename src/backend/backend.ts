/** The whole cloud as one function. */
export type Backend = { fetch(request: Request): Promise<Response> }

export const createBackend = (): Backend => ({
  fetch: async () => new Response(JSON.stringify({ __type: 'UnknownOperationException' }), { status: 400 }),
})
