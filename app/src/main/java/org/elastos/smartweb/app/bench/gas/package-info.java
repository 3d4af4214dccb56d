/// What whole transactions cost: our contracts and those of others on one development chain, in one
/// run.
@NullMarked
package org.elastos.smartweb.app.bench.gas;

import org.jspecify.annotations.NullMarked;
