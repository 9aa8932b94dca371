/** Names that notebooks written for IJava import; {@link io.github.spencerpark.ijava} tells why. */
package io.github.spencerpark.ijava.runtime;
