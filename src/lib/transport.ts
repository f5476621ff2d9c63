/** How a client reaches the backend: straight to the worker, through a service worker, over a socket, or in a test directly. */
export type Transport = (request: Request) => Promise<Response>
