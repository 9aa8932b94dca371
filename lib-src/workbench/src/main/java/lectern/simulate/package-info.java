/** A paid-course platform whose truth is known. */
package lectern.simulate;
