package lectern.simulate;

import java.util.Locale;
import lectern.display.UserError;

/**
 * Where users are met. The first six are places in which events happen; e-mail and SMS only carry
 * messages, whose readers land in the app.
 */
public enum Channel {
  WECHAT("微信"),
  WEIBO("微博"),
  DOUYIN("抖音"),
  ZHIHU("知乎"),
  APP("应用"),
  OFFLINE("线下讲座"),
  EMAIL("邮件"),
  SMS("短信");

  /** How many of the channels are places: those with lower numbers. */
  static final int PLACES = 6;

  private final String chinese;

  Channel(String chinese) {
    this.chinese = chinese;
  }

  /** As it stands in tables, such as {@code "wechat"}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String chinese() {
    return chinese;
  }

  /** True where events happen, false for e-mail and SMS. */
  public boolean place() {
    return ordinal() < PLACES;
  }

  /** The place in which a reader of a message in this channel acts. */
  public Channel landing() {
    return place() ? this : APP;
  }

  /** The channel with this id. */
  public static Channel of(String id) {
    for (Channel channel : values()) {
      if (channel.id().equals(id)) {
        return channel;
      }
    }
    throw new UserError(
        "There is no channel \""
            + id
            + "\": choose wechat, weibo, douyin, zhihu, app, offline,"
            + " email or sms.");
  }
}
