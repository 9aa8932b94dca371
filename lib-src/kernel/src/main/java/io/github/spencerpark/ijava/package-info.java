/**
 * The few names of the older kernel IJava that notebooks call, so that those run unchanged. New
 * notebooks need none of it: looks of values are {@link lectern.display.Displayable}, magics {@link
 * lectern.display.Magic}.
 *
 * <p>Entry: {@link io.github.spencerpark.ijava.IJava}.
 */
package io.github.spencerpark.ijava;
