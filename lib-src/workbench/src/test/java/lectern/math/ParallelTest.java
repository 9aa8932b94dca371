package lectern.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class ParallelTest {
  private static void on(int threads, Runnable work) {
    Parallel.withThreads(
        threads,
        () -> {
          work.run();
          return null;
        });
  }

  @Test
  void everyNumberIsVisitedOnce() {
    for (int threads : new int[] {1, 2, 3, 7}) {
      for (int n : new int[] {0, 1, 9, 10, 11, 1000}) {
        AtomicIntegerArray seen = new AtomicIntegerArray(n);
        on(
            threads,
            () ->
                Parallel.forBlocks(
                    n,
                    10,
                    (from, to) -> {
                      assertEquals(0, from % 10);
                      assertTrue(to - from <= 10 && to > from);
                      for (int i = from; i < to; i++) {
                        seen.incrementAndGet(i);
                      }
                    }));
        for (int i = 0; i < n; i++) {
          assertEquals(1, seen.get(i));
        }
      }
    }
  }

  @Test
  void sumsHaveTheSameBitsOnAnyNumberOfThreads() {
    double[] x = new double[10_007];
    RandomStream random = RandomStream.of(1, "sums");
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextGaussian() * 1e6;
    }
    Parallel.BlockSum part = (from, to) -> VectorKernels.get().sum(x, from, to - from);
    Parallel.BlockSums parts =
        (from, to, sums) -> {
          for (int i = from; i < to; i++) {
            sums[i % 3] += x[i];
          }
        };
    double one = Parallel.withThreads(1, () -> Parallel.sum(x.length, 64, part));
    double[] three = Parallel.withThreads(1, () -> Parallel.sums(x.length, 64, 3, parts));
    for (int threads : new int[] {2, 3, 8}) {
      for (int again = 0; again < 5; again++) {
        assertEquals(one, Parallel.withThreads(threads, () -> Parallel.sum(x.length, 64, part)));
        assertArrayEquals(
            three, Parallel.withThreads(threads, () -> Parallel.sums(x.length, 64, 3, parts)));
      }
    }
    assertEquals(one, three[0] + three[1] + three[2], 1e-3);
    assertEquals(0, Parallel.sum(0, 64, part));
    assertArrayEquals(new double[2], Parallel.sums(0, 64, 2, parts));
  }

  @Test
  void severalThreadsReallyWork() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);
    AtomicInteger met = new AtomicInteger();
    on(
        2,
        () ->
            Parallel.forBlocks(
                2,
                1,
                (from, to) -> {
                  both.countDown();
                  try {
                    if (both.await(20, TimeUnit.SECONDS)) {
                      met.incrementAndGet();
                    }
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                }));
    assertEquals(2, met.get());
  }

  @Test
  void oneThreadMeansTheCallersAlone() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    on(1, () -> Parallel.forBlocks(50, 1, (from, to) -> threads.add(Thread.currentThread())));
    assertEquals(Set.of(Thread.currentThread()), threads);
  }

  @Test
  void aLoopInsideALoopRunsOnOneThread() {
    AtomicInteger strangers = new AtomicInteger();
    on(
        3,
        () ->
            Parallel.forBlocks(
                6,
                1,
                (from, to) -> {
                  Thread outer = Thread.currentThread();
                  Parallel.forBlocks(
                      20,
                      1,
                      (a, b) -> strangers.addAndGet(Thread.currentThread() == outer ? 0 : 1));
                }));
    assertEquals(0, strangers.get());
  }

  @Test
  void whatABlockThrowsArrives() {
    for (int threads : new int[] {1, 3}) {
      var thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  on(
                      threads,
                      () ->
                          Parallel.forBlocks(
                              100,
                              1,
                              (from, to) -> {
                                if (from >= 5) {
                                  throw new IllegalStateException("block " + from);
                                }
                              })));
      assertEquals("block 5", thrown.getMessage());
      assertThrows(
          StackOverflowError.class,
          () ->
              on(
                  threads,
                  () ->
                      Parallel.forBlocks(
                          3,
                          1,
                          (from, to) -> {
                            throw new StackOverflowError();
                          })));
    }
    assertEquals(3.0, Parallel.sum(3, 1, (from, to) -> 1), "the next loop is not disturbed");
  }

  @Test
  void anInterruptEndsItAndNothingGoesOnBehindIt() throws InterruptedException {
    for (int threads : new int[] {1, 3}) {
      AtomicInteger running = new AtomicInteger();
      AtomicInteger done = new AtomicInteger();
      CountDownLatch begun = new CountDownLatch(1);
      AtomicReference<Throwable> end = new AtomicReference<>();
      AtomicReference<Integer> left = new AtomicReference<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  on(
                      threads,
                      () ->
                          Parallel.forBlocks(
                              1_000_000,
                              1,
                              (from, to) -> {
                                running.incrementAndGet();
                                begun.countDown();
                                long until = System.nanoTime() + 100_000;
                                while (System.nanoTime() < until) {
                                  Thread.onSpinWait();
                                }
                                done.incrementAndGet();
                                running.decrementAndGet();
                              }));
                } catch (CancellationException e) {
                  left.set(running.get());
                  end.set(e);
                }
              });
      caller.start();
      begun.await();
      caller.interrupt();
      caller.join(20_000);
      assertFalse(caller.isAlive());
      assertTrue(end.get() instanceof CancellationException);
      assertEquals(0, left.get());
      assertTrue(done.get() < 1_000_000);
    }
  }

  @Test
  void theNumberOfThreadsIsChosenForTheWorkOnly() {
    int before = Parallel.threads();
    assertEquals(5, Parallel.withThreads(5, Parallel::threads));
    int inner = Parallel.withThreads(5, () -> Parallel.withThreads(2, Parallel::threads));
    assertEquals(2, inner);
    assertThrows(
        IllegalStateException.class,
        () ->
            on(
                4,
                () -> {
                  throw new IllegalStateException();
                }));
    assertEquals(before, Parallel.threads());
    assertEquals(Runtime.getRuntime().availableProcessors(), before);
    assertThrows(UserError.class, () -> Parallel.withThreads(0, () -> 1));
    assertThrows(IllegalArgumentException.class, () -> Parallel.forBlocks(1, 0, (from, to) -> {}));
    assertThrows(IllegalArgumentException.class, () -> Parallel.forBlocks(-1, 1, (from, to) -> {}));
  }
}
