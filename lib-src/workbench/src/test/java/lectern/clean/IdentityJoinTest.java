package lectern.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.UserError;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class IdentityJoinTest {
  private static final IdentityJoin JOIN =
      IdentityJoin.by(
          IdentityKey.phone("phone"), IdentityKey.email("email"), IdentityKey.device("device"));

  /** Rows as in {@code "wechat w1 13800000001 a@x d1"}; "-" is empty. */
  private static Table accounts(String... rows) {
    Table out = Table.create("accounts");
    List<String> names = List.of("platform", "account", "phone", "email", "device");
    for (int c = 0; c < names.size(); c++) {
      StringColumn column = StringColumn.create(names.get(c));
      for (String row : rows) {
        String field = row.split(" ")[c];
        column.append(field.equals("-") ? "" : field);
      }
      out.addColumns(column);
    }
    return out;
  }

  private static String person(JoinedIdentities joined, String account) {
    String[] parts = account.split(":");
    return joined.person(new Account(parts[0], parts[1]));
  }

  @Test
  void sharedKeysJoinAccountsAlsoThroughEachOther() {
    JoinedIdentities joined =
        JOIN.join(
            accounts(
                "wechat w1 +86-138-0000-0001 - -",
                "douyin d1 13800000001 Ann@X.com -",
                "zhihu z1 - ann@x.com t1",
                "app a1 - - t1",
                "app a2 - - -"));
    assertEquals(2, joined.persons());
    for (String account : List.of("wechat:w1", "douyin:d1", "zhihu:z1", "app:a1")) {
      assertEquals("app:a1", person(joined, account));
    }
    assertEquals("app:a2", person(joined, "app:a2"));
    assertEquals("", person(joined, "app:a3"));
    assertEquals(List.of(), joined.conflicts());
    assertEquals(List.of(1, 1, 1), joined.table().intColumn("joins").asList());
  }

  @Test
  void aMailOfTwoPhonesJoinsNobodyAndIsShown() {
    JoinedIdentities joined =
        JOIN.join(
            accounts(
                "wechat w1 13800000001 x@x.com -",
                "douyin d1 - x@x.com -",
                "zhihu z1 13800000002 x@x.com -"));
    assertEquals(3, joined.persons());
    assertEquals(
        List.of(
            new IdentityConflict(
                IdentityConflict.Kind.CONTESTED,
                "email",
                "…om",
                List.of(
                    new Account("douyin", "d1"),
                    new Account("wechat", "w1"),
                    new Account("zhihu", "z1")),
                "they differ in phone")),
        joined.conflicts());
  }

  @Test
  void anAccountThatTwoPeopleClaimGoesToTheStrongerKey() {
    JoinedIdentities joined =
        JOIN.join(
            accounts(
                "wechat w1 13800000001 - -",
                "douyin d1 13800000001 bob@x.com -",
                "zhihu z1 13800000002 bob@x.com -"));
    assertEquals("douyin:d1", person(joined, "wechat:w1"));
    assertEquals("zhihu:z1", person(joined, "zhihu:z1"));
    assertEquals(IdentityConflict.Kind.CONTESTED, joined.conflicts().get(0).kind());
    assertEquals("bob…om", joined.conflicts().get(0).value());
  }

  @Test
  void twoPeopleWithoutAStrongKeyCannotBeToldApart() {
    assertEquals(1, JOIN.join(accounts("wechat w1 13800000001 x@x -", "app a1 - x@x -")).persons());
  }

  @Test
  void aTabletOfTheFamilyIsNotTrusted() {
    Table family =
        accounts("wechat w1 - - t1", "wechat w2 - - t1", "douyin d1 - - t1", "app a1 - - t2");
    JoinedIdentities joined = JOIN.join(family);
    assertEquals(4, joined.persons());
    assertEquals(IdentityConflict.Kind.SHARED, joined.conflicts().get(0).kind());
    assertEquals("2 accounts on wechat", joined.conflicts().get(0).detail());
    assertEquals(2, IdentityJoin.by(IdentityKey.device("device").atMost(2)).join(family).persons());
  }

  @Test
  void aPersonWithTwoPhonesIsShown() {
    Table two =
        accounts(
            "wechat w1 13800000001 - -", "wechat w1 13800000002 - -", "app a1 13800000002 - -");
    JoinedIdentities joined = JOIN.join(two);
    assertEquals(1, joined.persons());
    assertEquals(IdentityConflict.Kind.TWO_VALUES, joined.conflicts().get(0).kind());
    assertEquals("138…01, 138…02", joined.conflicts().get(0).value());
    assertEquals(2, joined.conflicts().get(0).accounts().size());
  }

  @Test
  void whomAStrongerKeyHasJoinedAWeakerOneNeedNot() {
    JoinedIdentities joined =
        JOIN.join(accounts("wechat w1 13800000001 - t1", "wechat w2 13800000001 - t1"));
    assertEquals(1, joined.persons());
    assertEquals(List.of(), joined.conflicts());
  }

  @Test
  void eachSettingOfAKeyChangesSomething() {
    Table table = accounts("wechat w1 13800000001 x@x -", "app a1 13800000002 x@x -");
    IdentityKey phone = IdentityKey.phone("phone");
    IdentityKey mail = IdentityKey.email("email");
    assertEquals(2, IdentityJoin.by(phone, mail).join(table).persons());
    assertEquals(1, IdentityJoin.by(phone.onePerPerson(false), mail).join(table).persons());
    assertEquals(1, IdentityJoin.by(mail, phone).join(table).persons());
    assertEquals(2, IdentityJoin.by(IdentityKey.of("phone")).join(table).persons());
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, +86 138-0000 0001, 13800000001",
    "PHONE, 008613800000001, 13800000001",
    "PHONE, １３８００００００ ０１, 13800000001",
    "PHONE, 8613800000, 8613800000",
    "PHONE, 110, ''",
    "PHONE, none, ''",
    "EMAIL, ' Ann@X.com ', ann@x.com",
    "TEXT, ' D1 ', D1",
    "TEXT, NaN, ''",
    "TEXT, , ''",
  })
  void valuesAreBroughtIntoOneForm(IdentityKey.Form form, String value, String normal) {
    assertEquals(normal, new IdentityKey("k", form, true, 1).normal(value));
  }

  private static Table random(long seed) {
    RandomStream random = RandomStream.of(seed, "identity test");
    String[] rows = new String[60];
    for (int a = 0; a < rows.length; a++) {
      rows[a] =
          String.format(
              "p%d a%02d %s %s %s",
              random.nextInt(3),
              a,
              random.nextInt(2) == 0 ? "-" : "1380000000" + random.nextInt(10),
              random.nextInt(2) == 0 ? "-" : "m" + random.nextInt(30),
              random.nextInt(2) == 0 ? "-" : "d" + random.nextInt(30));
    }
    return accounts(rows);
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    for (long seed = 0; seed < 50; seed++) {
      Table table = random(seed);
      int[] order = RandomStream.of(seed, "identity order").permutation(table.rowCount());
      JoinedIdentities one = JOIN.join(table);
      JoinedIdentities other = JOIN.join(table.rows(order));
      assertEquals(one.conflicts(), other.conflicts(), "seed " + seed);
      for (Account account : one.accounts()) {
        assertEquals(one.person(account), other.person(account), "seed " + seed);
      }
    }
  }

  @Test
  void nobodyIsJoinedAcrossPhonesByAWeakerKey() {
    for (long seed = 0; seed < 50; seed++) {
      JoinedIdentities joined = JOIN.join(random(seed));
      boolean twoPhones =
          joined.conflicts().stream().anyMatch(c -> c.kind() == IdentityConflict.Kind.TWO_VALUES);
      assertFalse(twoPhones, "seed " + seed);
    }
  }

  private static final EventLog LOG =
      EventLog.builder()
          .add("1", "java", Events.VIEW, "wechat", 10)
          .add("1", "java", Events.VIEW, "douyin", 11)
          .add("2", "java", Events.VIEW, "douyin", 12)
          .add("2", "java", Events.VIEW, null, 13)
          .add("1", "java", Events.VIEW, null, 14)
          .add("9", "java", Events.VIEW, "app", 15)
          .userAttributes(
              Table.create(
                  StringColumn.create("user", "1", "2", "9"),
                  IntColumn.create("age", new int[] {20, 30, 40})))
          .build();

  @Test
  void usersOfALogBecomePersonsByPlatformAndId() {
    JoinedIdentities joined =
        JOIN.join(
            accounts(
                "wechat 1 13800000001 - -",
                "douyin 2 13800000001 - -",
                "douyin 1 13800000002 - -"));
    EventLog log = joined.rename(LOG);
    assertEquals("douyin:2", log.userId(0));
    assertEquals("douyin:1", log.userId(1));
    assertEquals("douyin:2", log.userId(2));
    assertEquals("douyin:2", log.userId(3));
    assertEquals("1", log.userId(4));
    assertEquals("9", log.userId(5));
    assertEquals(List.of("1", "douyin:2", "9"), log.userAttributes().stringColumn("user").asList());
    Table unknown = joined.unknown(LOG);
    assertEquals(List.of("1", "9"), unknown.stringColumn("account").asList());
    assertEquals(List.of("", "app"), unknown.stringColumn("platform").asList());
    assertEquals("3 accounts on 2 platforms are 2 persons; 0 conflicts", joined.toString());
    assertEquals(3, joined.mapping().rowCount());
  }

  @Test
  void qualityCountsPairs() {
    JoinedIdentities joined =
        JOIN.join(
            accounts(
                "app a 13800000001 - -",
                "web b 13800000001 - -",
                "app c 13800000002 - -",
                "web d 13800000002 - -",
                "web e - - -"));
    Table owners =
        Table.create(
            StringColumn.create("account", "a", "b", "c", "d"),
            StringColumn.create("user", "u", "u", "u", "v"));
    IdentityQuality quality = IdentityQuality.of(joined, owners, "user");
    assertEquals(new IdentityQuality(4, 1, 2, 3, 1), quality);
    assertEquals(0.5, quality.precision());
    assertEquals(1 / 3.0, quality.recall());
    assertEquals(0.4, quality.f1());
    assertTrue(quality.bundle().plain().startsWith("pairs of 4 accounts: precision 0.5000"));
    IdentityQuality none = IdentityQuality.of(joined, owners.emptyCopy(), "user");
    assertTrue(Double.isNaN(none.precision()) && Double.isNaN(none.f1()));
  }

  @Test
  void whatCannotBeJoinedSaysSo() {
    Table table = accounts("wechat w1 1 x@x -");
    assertEquals(
        "The table \"accounts\" has no column \"mail\". Its columns: platform, account, phone,"
            + " email, device. Did you mean \"email\"?",
        assertThrows(UserError.class, () -> IdentityJoin.by(IdentityKey.email("mail")).join(table))
            .getMessage());
    assertThrows(UserError.class, IdentityJoin::by);
    IdentityKey phone = IdentityKey.phone("phone");
    assertThrows(UserError.class, () -> IdentityJoin.by(phone, phone));
    assertThrows(UserError.class, () -> phone.atMost(0));
    assertThrows(UserError.class, () -> JOIN.join(accounts("- w1 1 x@x -")));
    assertEquals(0, JOIN.join(accounts()).persons());
  }
}
