// What a first notebook does, so that the classes it needs are in the archive.
import java.util.stream.*;
// ---
int answer = 6 * 7;
answer
// ---
record Course(String name, double price) {}
var courses = List.of(new Course("Java", 99), new Course("Statistics", 49.5));
courses.stream().collect(Collectors.averagingDouble(Course::price))
// ---
System.out.println("a line of output");
System.err.println("a line of error output");
// ---
for (int i = 0; i < 3; i++) System.out.printf("%d squared is %d%n", i, i * i);
