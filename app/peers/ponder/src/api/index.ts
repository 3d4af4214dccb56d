// SPDX-License-Identifier: MIT
import { Hono } from "hono";

export default new Hono();
