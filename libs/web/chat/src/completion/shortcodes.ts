/** The names that people type from habit, as GitHub and others have them; all other emoji go by their own names. */
const codes = `smile 😄 smiley 😃 grinning 😀 grin 😁 laughing 😆 sweat_smile 😅 rofl 🤣 joy 😂 slightly_smiling_face 🙂
upside_down_face 🙃 wink 😉 blush 😊 innocent 😇 heart_eyes 😍 star_struck 🤩 kissing_heart 😘 yum 😋
stuck_out_tongue 😛 stuck_out_tongue_winking_eye 😜 hugs 🤗 thinking 🤔 neutral_face 😐 expressionless 😑 no_mouth 😶
smirk 😏 unamused 😒 roll_eyes 🙄 grimacing 😬 relieved 😌 pensive 😔 sleepy 😪 sleeping 😴 mask 😷 dizzy_face 😵
exploding_head 🤯 cowboy_hat_face 🤠 partying_face 🥳 sunglasses 😎 nerd_face 🤓 confused 😕 worried 😟 frowning 😦
open_mouth 😮 astonished 😲 flushed 😳 pleading_face 🥺 cry 😢 sob 😭 scream 😱 disappointed 😞 sweat 😓 weary 😩
tired_face 😫 triumph 😤 rage 😡 angry 😠 skull 💀 poop 💩 clown_face 🤡 ghost 👻 alien 👽 robot 🤖 wave 👋 ok_hand 👌
v ✌️ crossed_fingers 🤞 metal 🤘 call_me_hand 🤙 point_left 👈 point_right 👉 point_up_2 👆 point_down 👇 +1 👍
thumbsup 👍 -1 👎 thumbsdown 👎 fist ✊ facepunch 👊 clap 👏 raised_hands 🙌 open_hands 👐 handshake 🤝 pray 🙏 muscle 💪
eyes 👀 brain 🧠 facepalm 🤦 shrug 🤷 dancer 💃 heart ❤️ orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙
purple_heart 💜 black_heart 🖤 broken_heart 💔 two_hearts 💕 sparkling_heart 💖 100 💯 boom 💥 zzz 💤 dog 🐶 cat 🐱
unicorn 🦄 bug 🐛 bee 🐝 snail 🐌 rose 🌹 sunflower 🌻 evergreen_tree 🌲 cactus 🌵 four_leaf_clover 🍀 apple 🍎 banana 🍌
pizza 🍕 hamburger 🍔 fries 🍟 cake 🍰 birthday 🎂 cookie 🍪 coffee ☕ tea 🍵 beer 🍺 beers 🍻 wine_glass 🍷 champagne 🍾
earth_africa 🌍 sunny ☀️ cloud ☁️ rainbow 🌈 snowflake ❄️ zap ⚡ fire 🔥 star ⭐ sparkles ✨ tada 🎉 confetti_ball 🎊
balloon 🎈 gift 🎁 trophy 🏆 soccer ⚽ guitar 🎸 game_die 🎲 rocket 🚀 airplane ✈️ car 🚗 bike 🚲 house 🏠 phone ☎️
computer 💻 bulb 💡 book 📖 books 📚 memo 📝 pencil2 ✏️ pushpin 📌 calendar 📆 mag 🔍 lock 🔒 key 🔑 wrench 🔧 gear ⚙️
package 📦 email 📧 bell 🔔 hourglass ⌛ alarm_clock ⏰ warning ⚠️ no_entry ⛔ white_check_mark ✅ heavy_check_mark ✔️ x ❌
question ❓ exclamation ❗ heavy_plus_sign ➕ recycle ♻️ arrow_up ⬆️ arrow_down ⬇️ arrow_left ⬅️ arrow_right ➡️`;

const words = codes.split(/\s+/);
const byCode = new Map(
  words.flatMap((code, place) => (place % 2 === 0 ? [[code, words[place + 1] ?? ''] as const] : [])),
);

export function emojiOfShortcode(code: string): string | undefined {
  return byCode.get(code.toLowerCase());
}

/** The emoji whose shortcodes begin so, those with the shortest ones first. */
export function emojisOfShortcodes(beginning: string): readonly string[] {
  const wanted = beginning.toLowerCase();
  const matching = [...byCode].filter(([code]) => code.startsWith(wanted));
  return [...new Set(matching.sort(([a], [b]) => a.length - b.length).map(([, emoji]) => emoji))];
}
